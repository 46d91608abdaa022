package io.github.fakecached.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandNamesTest {

    @Test
    void aTextCommandStandsForTheOpcodesThatDoTheSame() {
        assertThat(CommandNames.requestsOf("get")).containsExactlyInAnyOrder("get", "getq", "getk", "getkq");
        assertThat(CommandNames.requestsOf("incr")).containsExactlyInAnyOrder("incr", "increment", "incrementq");
        assertThat(CommandNames.requestsOf("mn")).containsExactlyInAnyOrder("mn", "noop");
        assertThat(CommandNames.requestsOf("gats")).containsExactly("gats");
        assertThat(CommandNames.requestsOf("mg")).containsExactly("mg");
    }

    @Test
    void anOpcodeStandsForItself() {
        assertThat(CommandNames.requestsOf("getkq")).containsExactly("getkq");
        assertThat(CommandNames.requestsOf("increment")).containsExactly("increment");
        assertThat(CommandNames.requestsOf("sasl_auth")).containsExactly("sasl_auth");
    }

    @Test
    void allNamesAreThoseOfTextMetaAndBinary() {
        assertThat(CommandNames.all())
                .contains("get", "flush_all", "mg", "getkq", "flushq", "sasl_list_mechs")
                .doesNotContain("noopq", "GET");
        assertThat(List.copyOf(CommandNames.all())).isSorted();
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearestOnes() {
        refuses("gte", "no command is named \"gte\"; did you mean get?");
        refuses("GET", "no command is named \"GET\"; did you mean get?");
        refuses("delet", "no command is named \"delet\"; did you mean delete?");
        refuses("inrc", "no command is named \"inrc\"; did you mean incr?");
        refuses("mk", "no command is named \"mk\"; did you mean ma or md or me or mg or mn or ms?");
    }

    @Test
    void aNameLikeNoOtherIsRefusedWithAllOfThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandNames.requestsOf("xyz"))
                .withMessageStartingWith("no command is named \"xyz\"; there are add, addq, append")
                .withMessageEndingWith("watch");
    }

    private static void refuses(String name, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandNames.requestsOf(name))
                .withMessage(message);
    }
}
