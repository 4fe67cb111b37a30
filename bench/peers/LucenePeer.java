// SPDX-License-Identifier: GPL-2.0-or-later
// LucenePeer build INDEX PASSAGES THREADS, LucenePeer search INDEX QUERIES THREADS PASSES: Lucene with its
// English analyzer, positions and stored text, merged to one segment.

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;

public final class LucenePeer {
  private static final String END = "";

  private static void add(IndexWriter writer, String line) throws Exception {
    int tab = line.indexOf('\t');
    Document document = new Document();
    document.add(new StringField("id", line.substring(0, tab), Field.Store.YES));
    document.add(new TextField("text", line.substring(tab + 1), Field.Store.YES));
    writer.addDocument(document);
  }

  private static void addAll(IndexWriter writer, BlockingQueue<String> lines) {
    try {
      for (String line = lines.take(); !line.equals(END); line = lines.take()) {
        add(writer, line);
      }
      lines.put(END);
    } catch (Exception error) {
      error.printStackTrace();
      System.exit(2);
    }
  }

  private static void build(String index, String passages, int threads) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    try (FSDirectory directory = FSDirectory.open(Path.of(index));
        IndexWriter writer = new IndexWriter(directory, config);
        BufferedReader reader = Files.newBufferedReader(Path.of(passages))) {
      if (threads == 1) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          add(writer, line);
        }
      } else {
        BlockingQueue<String> lines = new ArrayBlockingQueue<>(1000);
        List<Thread> running = start(threads, thread -> addAll(writer, lines));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          lines.put(line);
        }
        lines.put(END);
        join(running);
      }
      writer.forceMerge(1);
      writer.commit();
    }
  }

  private interface Work {
    void run(int thread);
  }

  private static List<Thread> start(int threads, Work work) {
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < threads; ++i) {
      int thread = i;
      running.add(new Thread(() -> work.run(thread)));
      running.get(i).start();
    }
    return running;
  }

  private static void join(List<Thread> running) throws InterruptedException {
    for (Thread thread : running) {
      thread.join();
    }
  }

  private static int search(IndexSearcher searcher, QueryParser parser, String query) {
    try {
      int hits = 0;
      for (ScoreDoc hit : searcher.search(parser.parse(query), 10).scoreDocs) {
        hits += searcher.doc(hit.doc).get("text").isEmpty() ? 0 : 1;
      }
      return hits;
    } catch (Exception error) {
      error.printStackTrace();
      System.exit(2);
      return 0;
    }
  }

  private static void searchAll(String index, String file, int threads, int passes)
      throws Exception {
    List<String[]> queries = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(file))) {
      queries.add(line.split("\t"));
    }
    IndexSearcher searcher =
        new IndexSearcher(DirectoryReader.open(FSDirectory.open(Path.of(index))));
    long[] nanoseconds = new long[queries.size()];
    int[] hits = new int[queries.size()];
    long total = 0;
    for (int pass = 0; pass < passes; ++pass) {
      long begin = System.nanoTime();
      join(start(threads, thread -> {
        QueryParser parser = new QueryParser("text", new EnglishAnalyzer());
        for (int i = thread; i < queries.size(); i += threads) {
          long asked = System.nanoTime();
          hits[i] = search(searcher, parser, queries.get(i)[1]);
          nanoseconds[i] = System.nanoTime() - asked;
        }
      }));
      total = System.nanoTime() - begin;
    }
    StringBuilder output = new StringBuilder();
    for (int i = 0; threads == 1 && i < queries.size(); ++i) {
      output.append(queries.get(i)[0]).append('\t').append(nanoseconds[i] / 1e3);
      output.append('\t').append(hits[i]).append('\n');
    }
    System.out.print(output.append("total\t").append(total / 1e9).append('\n'));
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 4 && arguments[0].equals("build")) {
      build(arguments[1], arguments[2], Integer.parseInt(arguments[3]));
    } else if (arguments.length == 5 && arguments[0].equals("search")) {
      searchAll(arguments[1], arguments[2], Integer.parseInt(arguments[3]),
          Integer.parseInt(arguments[4]));
    } else {
      System.err.println("usage: LucenePeer build INDEX PASSAGES THREADS"
          + " | search INDEX QUERIES THREADS PASSES");
      System.exit(2);
    }
  }
}
