package io.github.fakecached.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fakecached.FakeMemcached;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RefusedCommandLinesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    -Q                          | Unknown option
                    --admin-address 127.0.0.1   | --admin-address is for --admin-port, which is missing
                    --admin-token secret        | --admin-token is for --admin-port, which is missing
                    --admin-port 65536          | a port is 0 (any free one) to 65535
                    --admin-port 0 --admin-address 0.0.0.0 | give --admin-token-file too
                    --admin-port 0 --admin-token x --admin-token-file y | give one of them
                    --admin-port 0 --admin-token= | the token is empty
                    --admin-commands -B binary  | -B binary and -S serve no text: use --admin-port
                    --node a:x                  | not a whole number
                    --node a:65536              | Invalid port number 65536.
                    --node :11211               | a node has a name
                    --node a --node a:11211     | --node a is there twice
                    --node a -p 11211           | -p goes not with --node: give each node its port
                    --node a -s /tmp/socket     | -s goes not with --node: nodes listen on ports
                    --node a -l 127.0.0.1:11211 | -l with a port is for one node
                    --node a --node b -U 11211  | -U -1 gives each node any free one
                    -p 65536                    | ERROR: Invalid port number 65536.
                    -p -2                       | Invalid port number -2.
                    -p eleven                   | not a whole number
                    -l 127.0.0.1:65536          | Invalid port number 65536.
                    -l 127.0.0.1:x              | Invalid port number
                    -l [::1                     | Invalid IPV6 address
                    -l :11211                   | no address
                    -l tag[toolonged]:127.0.0.1 | Listener tags must be between 1 and 8 characters
                    -l mtls:127.0.0.1           | valid only when SSL is enabled
                    -I 1023                     | Item max size cannot be less than 1024 bytes.
                    -I 2k                       | slab_chunk_max (bytes: 524288) cannot be larger than -I (item_size_max 2048)
                    -I 1500k                    | must be evenly divisible by slab_chunk_max (bytes: 524288)
                    -I 300k -o slab_chunk_max=3 | must divide evenly into 1048576 (slab_page_size)
                    -I 33m                      | Cannot set item size limit higher than 1/2 of memory max
                    -m 1                        | Cannot set item size limit higher than 1/2 of memory max
                    -I 1025m -m 8000            | Cannot set item size limit higher than a gigabyte.
                    -c 0                        | Maximum connections must be greater than 0
                    -c -1                       | Maximum connections must be greater than 0
                    -t 0                        | Number of threads must be greater than 0
                    -R 0                        | Number of requests per event must be greater than 0
                    -n 0                        | Chunk size must be greater than 0
                    -f 1                        | Factor must be greater than 1
                    -f x                        | could not parse
                    -b x                        | not a whole number
                    -N 5                        | Number of napi_ids(5) cannot be greater than number of threads(4)
                    -B http                     | Invalid value for binding protocol: http
                    -S -B ascii                 | You cannot allow the ASCII protocol while using SASL.
                    -S -B auto                  | You cannot allow the ASCII protocol while using SASL.
                    -S -B binary -B ascii       | You cannot allow the ASCII protocol while using SASL.
                    -S -U 11211                 | Cannot enable UDP while using binary SASL authentication.
                    -Y file -B binary           | You cannot allow the BINARY protocol while using ascii authentication
                    -Y file -U 11211            | Cannot use UDP with ascii authentication enabled (-U 0 to disable)
                    -o slab_sizes=47            | slab size 47 is out of valid range: 48 to 524288
                    -o slab_sizes=524289        | slab size 524289 is out of valid range
                    -o slab_sizes=100-x         | slab size 0 is out of valid range
                    -o slab_sizes=200-100       | slab size 100 cannot be lower than or equal to a previous class size
                    -o slab_sizes=100-108       | slab size 108 must be at least 8 bytes larger than previous class
                    -o slab_sizes=              | no slab sizes: name at least one
                    -n 200 -o slab_sizes=100    | slab size 100 is out of valid range
                    -o foo                      | Illegal suboption "foo"
                    -o modern,foo=1             | Illegal suboption "foo=1"
                    -o HASHPOWER=20             | Illegal suboption "HASHPOWER=20"
                    -o hashpower                | Missing hashpower argument
                    -o hashpower=11             | -o hashpower=11: out of range
                    -o hashpower=x              | could not parse argument to hashpower
                    -o slab_automove=3          | out of range
                    -o idle_timeout             | Missing idle_timeout argument
                    -Z                          | Error loading the certificate chain: (null)
                    -Z -o ssl_chain_cert=f      | Error loading the key: (null)
                    -Z -o ssl_chain_cert=/no/f,ssl_key=f | Error loading the certificate chain: /no/f : error:80000002:
                    -Z -o ssl_chain_cert=f,ssl_key=f -p 0 | ERROR: You cannot enable SSL without a TCP port.
                    -o ssl_verify_mode=4        | Invalid ssl_verify_mode. Use help to see valid options.
                    -o ssl_verify_mode=x        | could not parse argument to ssl_verify_mode
                    -o ssl_min_version=4        | Invalid ssl_min_version. Use help to see valid options.
                    -a 0788                     | -a 0788: not an octal number
                    -o hot_max_factor=0         | out of range
                    -o hash_algorithm=md5       | Unknown hash_algorithm option (jenkins, murmur3, xxh3)
                    -o hot_lru_pct=41           | cannot be more than 80% combined
                    -o no_lru_maintainer,temporary_ttl=61 | temporary_ttl requires lru_maintainer
                    --memcached-version 1.5.6   | it speaks 1.6.18 and 1.6.45
                    """)
    void whatMemcachedRefusesIsRefusedInOneLine(String line, String reason) throws InterruptedException {
        assertRefused(CommandLines.run(line), reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -S                              | -S: set the environment variable MEMCACHED_SASL_PWDB
                    --make-archive=a                | --make-archive: run it from the standalone jar
                    -d                              | start it with & of the shell, or from a service manager
                    -e /mnt/memory                  | -e, --memory-file is not served by the fake
                    -l proto[proxy]:127.0.0.1       | -l proto[proxy] is not served by the fake
                    -o ext_path=/mnt/d:1G           | -o ext_path is not served by the fake
                    -o proxy_config=routelib        | -o proxy_config is not served by the fake
                    -o no_maxconns_fast             | -o no_maxconns_fast is not served by the fake
                    -o no_modern                    | -o no_modern is not served by the fake
                    """)
    void whatTheFakeDoesNotServeIsRefusedWithWhatToDoInstead(String line, String reason) throws InterruptedException {
        assertRefused(CommandLines.run(line), reason);
    }

    @Test
    void anAddressThatDoesNotResolveIsRefused() throws InterruptedException {
        CommandLines run = CommandLines.run("-p 0 -l no-such-host.invalid");
        assertThat(run.err()).contains("failed to listen on one of interface(s) no-such-host.invalid");
        assertThat(run.exitCode()).isEqualTo(Refusal.SYSTEM);
    }

    @Test
    void aPortInUseIsRefused() throws InterruptedException {
        try (FakeMemcached other = FakeMemcached.start()) {
            CommandLines run = CommandLines.run("-p " + other.port());
            assertThat(run.err())
                    .contains("cannot listen on", ":" + other.port())
                    .hasLineCount(1);
            assertThat(run.exitCode()).isEqualTo(Refusal.SYSTEM);
        }
    }

    @Test
    void aFileOfUsersThatCannotBeReadIsRefused() throws InterruptedException {
        CommandLines run = CommandLines.run("-p 0 -Y /no/such/users");
        assertThat(run.err())
                .contains("Could not open authfile [/no/such/users] for reading")
                .hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(Refusal.FAILURE);
    }

    @Test
    void aMalformedFileOfUsersIsRefused(@TempDir Path folder) throws IOException, InterruptedException {
        Path users = Files.writeString(folder.resolve("users"), "user:secret\nno-password\n");
        CommandLines run = CommandLines.run("-p 0 -Y " + users);
        assertThat(run.err())
                .contains("Authfile [" + users + "] has a malformed entry. Should be 'user:password'")
                .hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(Refusal.FAILURE);
    }

    @Test
    void aUnixSocketThatCannotBeListenedOnIsRefused() throws InterruptedException {
        CommandLines run = CommandLines.run("-s /no/such/folder/socket");
        assertThat(run.err()).contains("failed to listen on UNIX socket: /no/such/folder/socket");
        assertThat(run.exitCode()).isEqualTo(Refusal.SYSTEM);
    }

    @Test
    void aPidFileThatCannotBeWrittenIsRefused() throws InterruptedException {
        CommandLines run = CommandLines.run("-p 0 -P /no/such/folder/pid");
        assertThat(run.err()).contains("-P /no/such/folder/pid: cannot write the pid file");
        assertThat(run.exitCode()).isEqualTo(Refusal.SYSTEM);
    }

    private static void assertRefused(CommandLines run, String reason) {
        assertThat(run.err()).startsWith("fakecached: ").contains(reason).hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(Refusal.USAGE);
    }
}
