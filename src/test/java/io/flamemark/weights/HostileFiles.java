package io.flamemark.weights;

import static io.flamemark.weights.PickleOpcode.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that try to take memory, time or more, each with words of the sentence it is to be refused with. */
final class HostileFiles {

    private static final String PICKLE = "archive/data.pkl";
    private static final String STORAGE = "archive/data/0";

    private final Path folder;
    private final Map<Path, String> files = new LinkedHashMap<>();

    private HostileFiles(Path folder) {
        this.folder = folder;
    }

    /** Makes them all, small and large. */
    static Map<Path, String> in(Path folder) throws IOException {
        HostileFiles made = new HostileFiles(folder);
        made.names();
        made.views();
        made.zips();
        made.legacy();
        made.addAll(HostileHeaders.all());
        for (Map.Entry<String, Map.Entry<String, PickleBytes>> bomb :
                HostilePickles.all().entrySet()) {
            made.pickle(
                    bomb.getKey(), bomb.getValue().getValue(), bomb.getValue().getKey());
        }
        return made.files;
    }

    private void add(String name, byte[] content, String words) throws IOException {
        files.put(Files.write(folder.resolve(name), content), words);
    }

    private void addAll(Map<String, Map.Entry<String, byte[]>> more) throws IOException {
        for (Map.Entry<String, Map.Entry<String, byte[]>> file : more.entrySet()) {
            add(file.getKey(), file.getValue().getValue(), file.getValue().getKey());
        }
    }

    private void pickle(String name, PickleBytes pickle, String words) throws IOException {
        add(name, zip(Map.of(PICKLE, pickle.bytes(), STORAGE, new byte[16])), words);
    }

    private void names() throws IOException {
        PickleBytes system =
                new PickleBytes().global("os", "system").text("touch hacked").op(TUPLE1, REDUCE, STOP);
        pickle("system.pth", system, "os.system");
        PickleBytes getattr = new PickleBytes().text("builtins").text("getattr").op(STACK_GLOBAL, STOP);
        pickle("getattr.pth", getattr, "builtins.getattr");
        pickle(
                "eval.pth",
                new PickleBytes().global("torch.jit", "_eval_with_ctx").op(STOP),
                "torch.jit._eval");
        pickle("inst.pth", new PickleBytes().op(MARK, INST).raw('o', 's', '\n'), "INST");
        pickle("extension.pth", new PickleBytes().op(EXT1).raw(1), "EXT1");
        pickle(
                "complex.pth",
                new PickleBytes().global("torch", "ComplexFloatStorage").op(STOP),
                "ComplexFloatStorage");
        pickle(
                "call-list.pth",
                new PickleBytes().global("builtins", "list").op(EMPTY_TUPLE, REDUCE),
                "an allowed class");
        pickle("call.pth", new PickleBytes().global("torch", "FloatStorage").op(EMPTY_TUPLE, REDUCE), "FloatStorage");
        pickle(
                "endless-name.pth",
                new PickleBytes().global("x".repeat(5000), "y").op(STOP),
                "without an end");
        pickle("escape.pth", new PickleBytes().global("\u001b[2Jos", "system").op(STOP), "?[2Jos.system");
        pickle("unknown.pth", new PickleBytes().raw(0xff), "unknown operation 255");
        add(
                "os-legacy.pth",
                new PickleBytes().global("posix", "system").op(STOP).bytes(),
                "posix.system");
    }

    private void views() throws IOException {
        long huge = 1L << 40;
        pickle("offset.pth", PickleBytes.tensor(4, 3, new long[] {2}, 1), "outside of its storage");
        pickle("negative-offset.pth", PickleBytes.tensor(4, -1, new long[] {2}, 1), "outside of its storage");
        pickle("stride.pth", PickleBytes.tensor(4, 0, new long[] {2}, 4), "outside of its storage");
        pickle("negative-stride.pth", PickleBytes.tensor(4, 3, new long[] {2}, -1), "a negative step");
        pickle("huge-stride.pth", PickleBytes.tensor(4, 0, new long[] {3}, Long.MAX_VALUE), "outside of any file");
        pickle("last-stride.pth", PickleBytes.tensor(4, 0, new long[] {2}, Long.MAX_VALUE), "outside of any file");
        pickle("overflow.pth", PickleBytes.tensor(4, 0, new long[] {huge, huge}, 0, 0), "larger than any file");
        pickle("repeated.pth", PickleBytes.tensor(4, 0, new long[] {huge}, 0), "far larger than the file");
        pickle("negative-shape.pth", PickleBytes.tensor(4, 0, new long[] {-2}, 1), "negative side");
        pickle("ranks.pth", PickleBytes.tensor(4, 0, new long[] {2}, 1, 1), "does not go with");
        pickle("sides.pth", PickleBytes.tensor(4, 0, new long[1000], 1), "1000 sides");
        pickle("part.pth", storage().text("0").number(3).number(2).op(TUPLE3, TUPLE, BINPERSID), "outside of it");
        pickle("two-ways.pth", twoWays(), "described in two ways");
        PickleBytes sound = PickleBytes.tensor(4, 0, new long[] {2}, 1);
        for (Map.Entry<String, byte[]> notes : Map.of(
                        "damaged notes", new byte[9], "its notes have", new byte[4_000_001])
                .entrySet()) {
            add(
                    "notes" + notes.getValue().length + ".pth",
                    zip(Map.of(
                            PICKLE,
                            sound.bytes(),
                            STORAGE,
                            new byte[16],
                            "archive/" + PyTorchNotes.NAME,
                            notes.getValue())),
                    notes.getKey());
        }
        pickle("short-storage.pth", PickleBytes.tensor(5, 0, new long[] {2}, 1), "too few numbers");
        pickle("vast-storage.pth", PickleBytes.tensor(Long.MAX_VALUE, 0, new long[] {2}, 1), "too few numbers");
        pickle("negative-storage.pth", PickleBytes.tensor(-1, 0, new long[] {2}, 1), "too few numbers");
    }

    /** The beginning of a reference to a storage of four floats. */
    private static PickleBytes storage() {
        PickleBytes pickle = new PickleBytes().op(MARK).text("storage").global("torch", "FloatStorage");
        return pickle.text("0").text("cpu").number(4);
    }

    /** The same storage as floats and as doubles. */
    private static PickleBytes twoWays() {
        PickleBytes pickle = storage().op(TUPLE, BINPERSID);
        pickle.op(MARK)
                .text("storage")
                .global("torch", "DoubleStorage")
                .text("0")
                .text("cpu");
        return pickle.number(4).op(TUPLE, BINPERSID);
    }

    private void zips() throws IOException {
        byte[] good =
                zip(Map.of(PICKLE, PickleBytes.tensor(4, 0, new long[] {4}, 1).bytes(), STORAGE, new byte[16]));
        add("no-end.pth", Arrays.copyOf(good, good.length - 30), "cut short");
        add(
                "no-storage.pth",
                zip(Map.of(PICKLE, PickleBytes.tensor(4, 0, new long[] {4}, 1).bytes())),
                "lacks the");
        add("no-pickle.pth", zip(Map.of("archive/other", new byte[3])), "no PyTorch checkpoint");
        add("link.pth", changed(good, 38, 0xa1ff0000), "as a link");
        add("encrypted.pth", changed(good, 8, 1), "encrypted");
        add("overlap.pth", changed(good, 42, 0), "outside its place");
        add("outside.pth", changed(good, 42, 0x7ffffff0), "outside its place");
        add("longer.pth", changed(changed(good, 20, 0x7ffffff0), 24, 0x7ffffff0), "outside its place");
        addAll(HostileZips.all());
        add("bomb.pth", deflated(), "compressed");
        add("torchscript.pt", zip(Map.of(PICKLE, new byte[2], "archive/constants.pkl", new byte[2])), "TorchScript");
        add("big-endian.pth", zip(Map.of(PICKLE, new byte[2], "archive/byteorder", "big".getBytes())), "big-endian");
        byte[] end = good.clone();
        ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).putInt(end.length - 10, Integer.MAX_VALUE);
        add("directory.pth", end, "damaged zip archive");
        Map<String, byte[]> many = new HashMap<>();
        for (int i = 0; i < 90_000; i++) {
            many.put("" + i, new byte[0]);
        }
        add("entries.pth", zip(many), "more files in it");
        byte[] garbage = new byte[1000];
        Arrays.fill(garbage, (byte) 'x');
        add("garbage.pth", garbage, "neither a PyTorch checkpoint nor");
        add("short.pth", new byte[3], "too short");
        add("empty.pth", new byte[0], "too short");
    }

    /** A zip archive of stored files, as PyTorch writes it. */
    static byte[] zip(Map<String, byte[]> content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : content.keySet().stream().sorted().toList()) {
                ZipEntry entry = new ZipEntry(name);
                CRC32 checksum = new CRC32();
                checksum.update(content.get(name));
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.get(name).length);
                entry.setCrc(checksum.getValue());
                zip.putNextEntry(entry);
                zip.write(content.get(name));
            }
        }
        return out.toByteArray();
    }

    /** Eight megabytes of zeros in a few kilobytes. */
    private static byte[] deflated() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(PICKLE));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 8; i++) {
                ((OutputStream) zip).write(zeros);
            }
        }
        return out.toByteArray();
    }

    /** Overwrites a field of the last file's entry in the directory. */
    static byte[] changed(byte[] zip, int field, int value) {
        byte[] changed = zip.clone();
        ByteBuffer bytes = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = changed.length - 46; at >= 0; at--) {
            if (bytes.getInt(at) == ZipDirectory.ENTRY) {
                bytes.putInt(at + field, field == 8 ? bytes.getInt(at + field) | value : value);
                return changed;
            }
        }
        throw new IllegalArgumentException("no entry");
    }

    private void legacy() throws IOException {
        byte[] good = Files.readAllBytes(CheckpointTest.resource("legacy.pth"));
        add("legacy-cut.pth", Arrays.copyOf(good, good.length - 3), "cut short");
        add("legacy-half.pth", Arrays.copyOf(good, good.length / 2), "cut short");
        add("legacy-sizes.pth", withOtherSize(good), "damaged or cut short at storage");
        add("legacy-number.pth", new PickleBytes().number(5).op(STOP).bytes(), "no PyTorch checkpoint");
        PickleBytes version = new PickleBytes().op(LONG1).raw(10);
        version.raw(0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19).op(STOP);
        add("legacy-version.pth", version.raw(0x80, 2).number(7).op(STOP).bytes(), "unknown version");
    }

    /** The storage of six floats from -1 on says that it has five. */
    private static byte[] withOtherSize(byte[] legacy) {
        ByteBuffer bytes = ByteBuffer.wrap(legacy.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (bytes.getLong(at) != 6 || bytes.getFloat(at + Long.BYTES) != -1) {
            at++;
        }
        return bytes.putLong(at, 5).array();
    }
}
