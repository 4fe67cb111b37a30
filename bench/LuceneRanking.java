// SPDX-License-Identifier: GPL-2.0-or-later
// LuceneRanking DOCS.jsonl QUERIES.tsv LANGUAGE K1 B: Lucene's run of all queries, 1000 deep, as
// TREC writes it: title and text in one field, the language's analyzer, BM25.  LANGUAGE is a code;
// zh-smart is Chinese cut to words instead of bigrams.
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;

public final class LuceneRanking {
  private static final int DEPTH = 1000;

  static Analyzer analyzerFor(String language) {
    switch (language) {
      case "ar": return new ArabicAnalyzer();
      case "de": return new GermanAnalyzer();
      case "el": return new GreekAnalyzer();
      case "en": return new EnglishAnalyzer();
      case "es": return new SpanishAnalyzer();
      case "fr": return new FrenchAnalyzer();
      case "hi": return new HindiAnalyzer();
      case "ro": return new RomanianAnalyzer();
      case "ru": return new RussianAnalyzer();
      case "th": return new ThaiAnalyzer();
      case "tr": return new TurkishAnalyzer();
      case "zh": return new CJKAnalyzer();
      case "zh-smart": return new SmartChineseAnalyzer();
      default: return new StandardAnalyzer();
    }
  }

  // The string that is the value of `name` in a line of JSON; the files hold nothing nested.
  static String field(String line, String name) {
    int at = line.indexOf('"' + name + "\": \"");
    StringBuilder value = new StringBuilder();
    if (at < 0) {
      return "";
    }
    for (at += name.length() + 5; line.charAt(at) != '"'; ++at) {
      if (line.charAt(at) != '\\') {
        value.append(line.charAt(at));
        continue;
      }
      char escaped = line.charAt(++at);
      if (escaped == 'u') {
        value.append((char) Integer.parseInt(line.substring(at + 1, at + 5), 16));
        at += 4;
      } else {
        value.append("nrtbf".indexOf(escaped) < 0 ? escaped : ' ');
      }
    }
    return value.toString();
  }

  static void index(String path, Directory folder, Analyzer analyzer, BM25Similarity similarity)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(similarity);
    try (IndexWriter writer = new IndexWriter(folder, config);
        BufferedReader lines = Files.newBufferedReader(Path.of(path))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Document document = new Document();
        document.add(new StringField("id", field(line, "id"), Field.Store.YES));
        document.add(new TextField("text", field(line, "title") + "\n" + field(line, "text"),
                                   Field.Store.NO));
        writer.addDocument(document);
      }
    }
  }

  static void search(String path, IndexSearcher searcher, Analyzer analyzer, PrintWriter run)
      throws IOException {
    QueryBuilder builder = new QueryBuilder(analyzer);
    for (String line : Files.readAllLines(Path.of(path))) {
      String[] parts = line.split("\t", 2);
      Query query = builder.createBooleanQuery("text", parts[1]);
      int rank = 0;
      for (ScoreDoc hit : query == null ? new ScoreDoc[0] : searcher.search(query, DEPTH).scoreDocs) {
        ++rank;
        // Scores fall with the rank, so that equal ones keep Lucene's order.
        run.println(parts[0] + " Q0 " + searcher.doc(hit.doc).get("id") + " " + rank + " "
                    + (DEPTH - rank) + " lucene");
      }
    }
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 5) {
      System.err.println("usage: LuceneRanking DOCS.jsonl QUERIES.tsv LANGUAGE K1 B");
      System.exit(2);
    }
    Analyzer analyzer = analyzerFor(arguments[2]);
    BM25Similarity similarity =
        new BM25Similarity(Float.parseFloat(arguments[3]), Float.parseFloat(arguments[4]));
    Directory folder = new ByteBuffersDirectory();
    index(arguments[0], folder, analyzer, similarity);
    try (DirectoryReader reader = DirectoryReader.open(folder);
        PrintWriter run = new PrintWriter(new BufferedWriter(
            new OutputStreamWriter(System.out, StandardCharsets.UTF_8)))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(similarity);
      search(arguments[1], searcher, analyzer, run);
    }
  }
}
