package io.flamemark.format;

import io.flamemark.imaging.ImageFileNames;
import java.nio.file.Path;

/** What a file is, found by its content. */
public enum FileKind {
    VIA_PROJECT("a VIA project"),
    VIA_ANNOTATIONS("a VIA annotation export"),
    VIA_SINGLE_IMAGE("the VIA entry of one image"),
    VIA_CSV("a VIA annotation export in CSV"),
    VIA_ATTRIBUTES("a list of VIA attributes"),
    OTHER_CSV("a CSV file that VIA did not write"),
    CSV_OF_SPREADSHEET("a CSV file whose cells are parted by semicolons or tabs, as spreadsheets save it"),
    COCO_RESULTS("a list of COCO results"),
    PICTURE("a picture"),
    ARCHIVE("an archive"),
    XML("an XML file"),
    UTF_16("UTF-16 text"),
    ZEROS("a file of zero bytes alone, as a power failure leaves behind"),
    OTHER_JSON("JSON that is not a project"),
    NOT_JSON("no project and no JSON");

    private final String description;

    FileKind(String description) {
        this.description = description;
    }

    /** As it goes after "this is": {@code a VIA project}. */
    public String description() {
        return description;
    }

    /** Whether a file of this kind is read and written back losslessly. */
    public boolean isVia() {
        return this == VIA_PROJECT || this == VIA_ANNOTATIONS || this == VIA_SINGLE_IMAGE || this == VIA_CSV;
    }

    /** Whether {@link ProjectFile#saveAs(java.nio.file.Path, io.flamemark.annotation.Project, FileKind)} writes it. */
    public boolean isWritten() {
        return this == VIA_PROJECT || this == VIA_ANNOTATIONS || this == VIA_CSV;
    }

    /** What a person who chose such a file can do. */
    String advice(Path file) {
        return switch (this) {
            case OTHER_CSV ->
                "its first line has to name the seven columns of a VIA export: " + CsvColumns.STANDARD.header();
            case CSV_OF_SPREADSHEET -> "open the file that VIA wrote, or save it with commas, as VIA does";
            case PICTURE ->
                (ImageFileNames.looksLikeImage(file) ? "" : "give its name the ending of a picture, and ")
                        + "open the folder it lies in";
            case ARCHIVE -> "unpack it and open the project inside";
            case UTF_16 -> "save it as UTF-8 in a text editor and open it again";
            case ZEROS -> "restore it from a copy, such as those in the folder .flamemark beside it";
            default -> "choose a VIA project, or an annotation file of VIA or of another program";
        };
    }
}
