/**
 * Files of tensors, without a network or a native library: reads PyTorch checkpoints (both kinds of {@code .pth}) and
 * safetensors, writes both, compares what a file holds with what a network wants, and fetches torchvision's files.
 * Reading trusts nothing and executes nothing.
 */
package io.flamemark.weights;
