package io.github.fakecached.documentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** A Markdown file: its blocks of code, links, anchors and names in code type, each with its line. Judges nothing. */
record Page(Path file, Node document) {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final Pattern PART_OF = Pattern.compile("<!-- part of (\\S+) -->");
    private static final Pattern BEGIN = Pattern.compile("<!-- .*: begin -->");
    private static final Pattern END = Pattern.compile("<!-- .*: end -->");

    /** A link or a picture, as it is written. */
    record Target(int line, String destination) {}

    /** A span of code within a line. */
    record Name(int line, String code) {}

    static Page read(Path file) {
        return new Page(file, PARSER.parse(Repository.text(file)));
    }

    static Stream<Page> all() {
        return Repository.files(".md").map(Page::read);
    }

    /** Blocks of code, but for those between comments that say where a table or list written by a test begins and ends. */
    List<CodeBlock> blocks() {
        List<CodeBlock> blocks = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            private boolean written;

            @Override
            public void visit(HtmlBlock html) {
                written = BEGIN.matcher(html.getLiteral()).find()
                        || (written && !END.matcher(html.getLiteral()).find());
            }

            @Override
            public void visit(FencedCodeBlock block) {
                if (!written) {
                    blocks.add(new CodeBlock(at(line(block)), block.getInfo(), block.getLiteral(), partOf(block)));
                }
            }
        });
        return blocks;
    }

    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                targets.add(new Target(line(link), link.getDestination()));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                targets.add(new Target(line(image), image.getDestination()));
            }
        });
        return targets;
    }

    List<Name> names() {
        List<Name> names = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Code code) {
                names.add(new Name(line(code), code.getLiteral()));
            }
        });
        return names;
    }

    /** What can stand behind # in a link to this page: the headings, as code hosts name them. */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        IdGenerator ids = IdGenerator.builder().build();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                anchors.add(ids.generateId(words(heading)));
            }
        });
        return anchors;
    }

    String at(int line) {
        return file + ":" + line;
    }

    private static String words(Node node) {
        var words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }

    private static int line(Node node) {
        return node.getSourceSpans().get(0).getLineIndex() + 1;
    }

    private static String partOf(Node block) {
        if (block.getPrevious() instanceof HtmlBlock html) {
            var marker = PART_OF.matcher(html.getLiteral());
            return marker.find() ? marker.group(1) : "";
        }
        return "";
    }
}
