package io.flamemark.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.flamemark.files.JsonObject;
import io.flamemark.files.JsonValue;
import io.flamemark.host.InProcessRunHost;
import io.flamemark.run.RunConfig;
import io.flamemark.run.RunDirectory;
import io.flamemark.run.RunFiles;
import io.flamemark.weights.NetworkFiles;
import io.flamemark.weights.NormEpsilon;
import io.flamemark.weights.Pretrained;
import io.flamemark.weights.PyTorchWriter;
import io.flamemark.weights.Tensor;
import io.flamemark.weights.TensorFile;
import io.flamemark.weights.TensorShape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("weights at the command line")
class WeightsCommandTest {

    private static final String HOME = "flamemark.home";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final String homeBefore = System.getProperty(HOME);
    private Path detector;

    @BeforeEach
    void prepare() throws IOException {
        System.setProperty(HOME, folder.resolve("home").toString());
        detector = folder.resolve("detector.pth");
        NetworkFiles.write(detector, NetworkFiles.detector()).close();
    }

    @AfterEach
    void putBack() {
        if (homeBefore == null) {
            System.clearProperty(HOME);
        } else {
            System.setProperty(HOME, homeBefore);
        }
    }

    private int run(Object... arguments) {
        Ports ports = new Ports(InProcessRunHost::scripted, () -> null, window -> ExitCode.FAILED, Optional::empty);
        out.reset();
        err.reset();
        String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        return Cli.run(ports, stream(out), stream(err), words);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("info says the format, the network, and every tensor; --json the same for programs")
    void info() throws IOException {
        assertEquals(ExitCode.OK, run("weights", "info", detector), err());
        assertTrue(out().contains("Mask R-CNN on resnet18 with batch norm, 91 classes"), out());
        assertTrue(out().contains("F32  [91, 1]"), out());
        assertEquals(ExitCode.OK, run("weights", "info", detector, "--json"));
        JsonObject json = JsonValue.parse("out", out()).asObject();
        assertEquals("pytorch", json.string("format"));
        assertEquals(91, json.object("network").integer("classes"));
        assertEquals(NetworkFiles.detector().size(), json.array("tensors").size());
    }

    @Test
    @DisplayName("info of a file with one long name does not fill every other line with blanks")
    void longName() throws IOException {
        Path file = folder.resolve("long.pth");
        String name = "n".repeat(500);
        NetworkFiles.write(file, Map.of("a", TensorShape.of(1), name, TensorShape.of(2)))
                .close();
        assertEquals(ExitCode.OK, run("weights", "info", file), err());
        assertTrue(out().contains("  a" + " ".repeat(79) + "  F32  [1]"), out());
        assertTrue(out().contains("  " + name + "  F32  [2]"), out());
    }

    @Test
    @DisplayName("info of something else: exit code 3 and a sentence")
    void notWeights() throws IOException {
        Path prose = Files.writeString(folder.resolve("prose.pth"), "Dear diary, today");
        assertEquals(ExitCode.FAILED, run("weights", "info", prose));
        assertTrue(err().contains("prose.pth: is neither"), err());
        assertEquals(ExitCode.FAILED, run("weights", "info", folder.resolve("none.pth")));
        assertTrue(err().contains("there is no such file"), err());
        assertEquals(ExitCode.USAGE, run("weights"));
        assertTrue(err().contains("weights info"), err());
    }

    @Test
    @DisplayName("convert there and back loses nothing; an existing file is replaced only when told to")
    void convert() throws IOException {
        Path middle = folder.resolve("w.safetensors");
        Path back = folder.resolve("back.pth");
        assertEquals(ExitCode.OK, run("weights", "convert", detector, middle), err());
        assertEquals(ExitCode.OK, run("weights", "convert", middle, back, "--json"), err());
        Path again = folder.resolve("again.safetensors");
        assertEquals(ExitCode.OK, run("weights", "convert", back, again), err());
        assertArrayEquals(Files.readAllBytes(middle), Files.readAllBytes(again));
        try (TensorFile file = TensorFile.open(middle);
                TensorFile pytorch = TensorFile.open(back)) {
            assertEquals(TensorFile.Format.SAFETENSORS, file.format());
            assertTrue(file.metadata().containsKey(TensorFile.ORIGIN));
            assertEquals(TensorFile.Format.PYTORCH, pytorch.format());
            assertEquals(file.metadata(), pytorch.metadata(), "where its numbers came from stays known");
        }
        assertEquals(ExitCode.FAILED, run("weights", "convert", detector, middle));
        assertTrue(err().contains("--force"), err());
        assertEquals(ExitCode.OK, run("weights", "convert", detector, middle, "--force"));
        assertEquals(ExitCode.USAGE, run("weights", "convert", detector, folder.resolve("w.onnx")));
    }

    @Test
    @DisplayName("convert --norm-epsilon says in either format what the norms were trained to add")
    void normEpsilon() throws IOException {
        for (String name : List.of("said.pth", "said.safetensors")) {
            Path said = folder.resolve(name);
            assertEquals(ExitCode.OK, run("weights", "convert", detector, said, "--norm-epsilon", "0"), err());
            try (TensorFile file = TensorFile.open(said)) {
                assertEquals(NormEpsilon.NONE, NormEpsilon.of(file));
            }
        }
        assertEquals(ExitCode.USAGE, run("weights", "convert", detector, folder.resolve("x.pth"), "--norm-epsilon", 1));
        assertTrue(err().contains("0 or 1e-5"), err());
        assertFalse(Files.exists(folder.resolve("x.pth")));
    }

    @Test
    @DisplayName("predict tells where the norms of a file are not known")
    void caution() throws IOException {
        Path file = folder.resolve("unknown.pth");
        PyTorchWriter.write(file, Map.of("backbone.body.bn1.running_var", Tensor.of(TensorShape.of(1), 1e-5f)));
        Path image = Files.write(folder.resolve("a.png"), new byte[1]);
        run("predict", image, "--weights", file, "--out", folder.resolve("out"));
        assertTrue(err().contains("--norm-epsilon 0"), err());
    }

    @Test
    @DisplayName("fetch shows how far it is, keeps only what it should be, and says how to do it by hand")
    void fetch() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/models/" + Pretrained.RESNET18.file().fileName(), exchange -> {
            exchange.sendResponseHeaders(200, 3_000_000);
            exchange.getResponseBody().write(new byte[3_000_000]);
            exchange.close();
        });
        server.start();
        String mirror = "http://127.0.0.1:" + server.getAddress().getPort() + "/models/";
        try {
            assertEquals(ExitCode.FAILED, run("weights", "fetch", "resnet18", "--from", mirror));
            assertTrue(err().contains("Fetching resnet18, MB 3/3"), err());
            assertTrue(err().contains("does not begin with f37072fd"), err());
            assertTrue(err().contains("put it into " + folder.resolve("home/weights")), err());
            assertEquals(ExitCode.FAILED, run("weights", "fetch", "resnet34", "--from", mirror));
            assertTrue(err().contains("404") && err().contains("by hand"), err());
        } finally {
            server.stop(0);
        }
        assertEquals(ExitCode.USAGE, run("weights", "fetch", "vgg16"));
        assertEquals(ExitCode.USAGE, run("weights", "fetch", "coco", "--from", "file:///tmp"));
    }

    @Test
    @DisplayName("train --weights takes over the network of the file; single settings still count")
    void train() throws Exception {
        Path project = SmallProject.in(folder.resolve("project"));
        Path run = folder.resolve("run");
        String size = "network.minSize=224";
        String stages = "network.trainableStages=all";
        run("train", project, "--run", run, "--weights", detector, "--set", size, "--set", stages, "--epochs", 2);
        RunConfig config = RunFiles.config(new RunDirectory(run));
        assertEquals("sgd", config.optimization().optimizer(), "it learns as from pretrained weights");
        assertEquals(2, config.optimization().epochs());
        RunConfig.Network network = config.network();
        assertEquals("all", network.trainableStages());
        assertEquals("resnet18", network.backbone());
        assertEquals("frozen", network.norm());
        assertEquals("torchvision", network.recipe());
        assertEquals(detector.toString(), network.weights());
        assertEquals(List.of(8, 16, 4), List.of(network.fpnChannels(), network.headWidth(), network.maskLayers()));
        assertEquals(224, network.minSize());
    }

    @Test
    @DisplayName("train --weights with a name says how to get what is not there, and makes no run")
    void trainWithout() throws Exception {
        Path project = SmallProject.in(folder.resolve("project"));
        assertEquals(ExitCode.FAILED, run("train", project, "--weights", "coco"));
        assertTrue(err().contains("weights fetch coco") && err().contains("home"), err());
        assertTrue(
                err().contains("https://download.pytorch.org/models/maskrcnn_resnet50_fpn_coco-bf2d0c1e.pth"), err());
        assertFalse(Files.exists(project.resolveSibling("runs")));
        assertEquals(ExitCode.FAILED, run("train", project, "--weights", folder.resolve("gone.pth")));
        assertTrue(err().contains("gone.pth: there is no such file of weights"), err());
    }
}
