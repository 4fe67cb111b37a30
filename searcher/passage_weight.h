// SPDX-License-Identifier: GPL-2.0-or-later
// The part of a score that Xapian adds up, without anything of its own.
#pragma once

#include <xapian.h>
#include <string>

namespace pilcrow {

// BM25 over stored counts, with the idf that the query gives as a factor: factor * c / (c + k1).
// Unlike Xapian's, it asks for no statistics of the database, so it is the same in every one.
class PassageWeight : public Xapian::Weight {
 public:
  // `k1` in steps of stored counts.  Whatever it works out is also added to `sum`.
  explicit PassageWeight(double k1, double* sum = nullptr) : k1_(k1), sum_(sum) {
    need_stat(WDF);
    need_stat(WDF_MAX);
    need_stat(WQF);
  }

  PassageWeight* clone() const override { return new PassageWeight(k1_, sum_); }
  void init(double factor) override {
    factor_ = factor * get_wqf();
    const double most = get_wdf_upper_bound();
    maximum_ = factor_ * (most / (most + k1_));
  }
  double get_sumpart(Xapian::termcount count, Xapian::termcount /*length*/,
                     Xapian::termcount /*unique_terms*/) const override {
    const double part = factor_ * (count / (count + k1_));
    if (sum_ != nullptr) {
      *sum_ += part;
    }
    return part;
  }
  double get_maxpart() const override { return maximum_; }
  double get_sumextra(Xapian::termcount /*length*/,
                      Xapian::termcount /*unique_terms*/) const override {
    return 0;
  }
  double get_maxextra() const override { return 0; }
  std::string name() const override { return "pilcrow::PassageWeight"; }

 private:
  double k1_;
  double* sum_;
  double factor_ = 0;
  double maximum_ = 0;
};

}  // namespace pilcrow
