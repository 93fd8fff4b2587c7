package io.flamemark.annotation;

/**
 * Identity of a region for as long as a project is open. VIA knows a region only by its index, which moves when an
 * earlier one is deleted; edits, selection and the verbatim source need something that stays.
 */
public record RegionId(long value) {}
