/**
 * Pictures of fire made from nothing: a small fluid simulation burns, scenery is laid out and lit, a camera takes the
 * picture, and the outline of every flame is known exactly. Nothing here is random but the seed.
 */
package io.flamemark.synthesis;
