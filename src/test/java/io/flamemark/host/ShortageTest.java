package io.flamemark.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What was thrown tells")
class ShortageTest {

    private static Throwable thrown(String message) {
        return new IllegalStateException("Step 7", new RuntimeException(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUDA out of memory. Tried to allocate 2.00 GiB.",
                "CUDA error: out of memory\nCUDA kernel errors might be asynchronously reported",
                "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
                "CUDA error: CUBLAS_STATUS_NOT_INITIALIZED when calling `cublasCreate(handle)`",
                "cuDNN error: CUDNN_STATUS_NOT_INITIALIZED",
                "cuDNN error: CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED"
            })
    @DisplayName("that a graphics card's memory was short, which is no failure of the card")
    void memoryOfACard(String message) {
        assertEquals(Optional.of("Training ran out of memory."), Shortage.ofMemory(thrown(message)));
        assertTrue(Shortage.ofMemoryToLook(thrown(message)).orElseThrow().contains("memory of the graphics card is"));
        assertEquals(Optional.empty(), LostCard.in(thrown(message)));
    }

    @Test
    @DisplayName("that main memory was short")
    void mainMemory() {
        Throwable allocator = thrown("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes.");
        assertEquals(Optional.of("Training ran out of memory."), Shortage.ofMemory(allocator));
        assertTrue(Shortage.ofMemoryToLook(allocator).orElseThrow().contains("the memory is"));
        Throwable heap = new IllegalStateException(new OutOfMemoryError("Java heap space"));
        assertEquals(Optional.of("Training ran out of Java memory."), Shortage.ofMemory(heap));
        assertTrue(Shortage.ofMemoryToLook(heap).orElseThrow().contains("the memory is"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUDA error: device-side assert triggered",
                "CUDA error: an illegal memory access was encountered",
                "CUDA error: CUBLAS_STATUS_EXECUTION_FAILED when calling `cublasSgemm`",
                "cuDNN error: CUDNN_STATUS_EXECUTION_FAILED"
            })
    @DisplayName("that a graphics card has failed, which is no want of memory")
    void lostCard(String message) {
        assertEquals(
                Optional.of("The graphics card failed: " + message + ". Try again: that starts it anew."),
                LostCard.in(thrown(message + "\nCUDA kernel errors might be asynchronously reported")));
        assertFalse(Shortage.isOfMemory(thrown(message)));
    }

    @Test
    @DisplayName("neither of a mistake in the program")
    void neither() {
        assertFalse(Shortage.isOfMemory(thrown("index 3 is out of bounds")));
        assertEquals(Optional.empty(), LostCard.in(thrown(null)));
    }
}
