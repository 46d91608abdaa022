package io.github.fakecached.cli.admin;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Something that can be asked of the fakes: one row of the table that both doors are made of.
 *
 * @param name its words on the wire, such as {@code clock advance}
 * @param method GET if it changes nothing, else POST or DELETE
 * @param path where HTTP has it
 * @param result the name of what it answers with among the schemas of the description; empty for nothing
 */
record Operation(
        String name,
        String method,
        String path,
        String summary,
        String result,
        List<Parameter> parameters,
        Function<Arguments, Result> action) {

    static Operation get(
            String name,
            String path,
            String summary,
            String result,
            List<Parameter> parameters,
            Function<Arguments, Result> action) {
        return new Operation(name, "GET", path, summary, result, parameters, action);
    }

    static Operation post(
            String name,
            String path,
            String summary,
            String result,
            List<Parameter> parameters,
            Function<Arguments, Result> action) {
        return new Operation(name, "POST", path, summary, result, parameters, action);
    }

    static Operation delete(
            String name, String path, String summary, List<Parameter> parameters, Function<Arguments, Result> action) {
        return new Operation(name, "DELETE", path, summary, "", parameters, action);
    }

    /**
     * Does it.
     *
     * @throws IllegalArgumentException if an argument is not as it should be
     * @throws IllegalStateException if it cannot be done now
     * @throws NotFound if what is named is not there
     */
    Result perform(Map<String, String> arguments) {
        return action.apply(new Arguments(this, arguments));
    }
}
