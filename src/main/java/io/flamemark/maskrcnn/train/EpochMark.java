package io.flamemark.maskrcnn.train;

import io.flamemark.run.LossBreakdown;
import io.flamemark.run.Scores;
import java.util.Optional;

/**
 * What one epoch came to.
 *
 * @param validation empty where the epoch was not validated
 * @param best whether it was the best when it was measured
 */
record EpochMark(
        int epoch, LossBreakdown training, Optional<LossBreakdown> validation, Optional<Scores> scores, boolean best) {}
