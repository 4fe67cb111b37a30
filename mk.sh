g++ -O2 -std=c++20 -DPILCROW_STATIC_DEFINE -I/tmp/pc/include -I/tmp/pc/b/include probe.cc /tmp/pc/b/corpus/CMakeFiles/pilcrow_corpus.dir/*.o -o probe
