package io.github.fakecached.internal.version;

/**
 * What a client can see differ between versions of memcached, each difference by name. Parsers, engine and store are given
 * the answers; none of them asks for a version number.
 */
public enum VersionTraits {
    V1_6_18("1.6.18", "2.1.12-stable", false),
    V1_6_45("1.6.45", "2.1.13-stable", true);

    private final String number;
    private final String libevent;
    private final boolean newParser;

    VersionTraits(String number, String libevent, boolean newParser) {
        this.number = number;
        this.libevent = libevent;
        this.newParser = newParser;
    }

    /** As printed by {@code version}. */
    public String number() {
        return number;
    }

    /** The release of libevent that Debian's package of this version is linked with. */
    public String libevent() {
        return libevent;
    }

    /** Whether a command is chosen by its name and the number of its tokens, so that a wrong number is an unknown command. */
    public boolean tokenCountChoosesCommand() {
        return !newParser;
    }

    /** Whether lengths, deltas, uniques and exptimes of touch may have signs and white space, as in C's strtol. */
    public boolean numbersAsInC() {
        return !newParser;
    }

    /** Whether the length of a data block is judged before anything else, noreply included. */
    public boolean lengthJudgedFirst() {
        return newParser;
    }

    /** Whether the data block behind a bad storage line is swallowed instead of parsed as commands. */
    public boolean swallowsDataOfBadLine() {
        return newParser;
    }

    /** Whether the commands of the parser proper may not be preceded by spaces. */
    public boolean refusesLeadingSpaces() {
        return newParser;
    }

    /** Whether a line of less than four bytes, its end included, is malformed rather than unknown. */
    public boolean shortLineIsMalformed() {
        return newParser;
    }

    /** Whether a NUL byte ends a line. */
    public boolean nulEndsLine() {
        return !newParser;
    }

    /** Whether an unknown command that ends in noreply is met with silence. */
    public boolean noreplyMutesUnknownCommand() {
        return newParser;
    }

    /** Whether delete refuses a token behind its key that is neither 0 nor noreply. */
    public boolean deleteChecksExtraTokens() {
        return !newParser;
    }

    /** Whether {@code get} has its ancient other name, {@code bget}. */
    public boolean hasBget() {
        return !newParser;
    }

    /** Whether debug builds have {@code debugitem} (since 1.6.34). */
    public boolean hasDebugitem() {
        return newParser;
    }

    /** Whether an attempt to store uses up a cas unique even if it fails, the first item being given 2. */
    public boolean attemptsTakeCas() {
        return newParser;
    }

    /** Whether a store by text is counted when its line is accepted, not when its data block has come. */
    public boolean countsStoreByLine() {
        return newParser;
    }

    /** Whether flush_all tells items stored in its own second by their cas unique. */
    public boolean flushByCas() {
        return !newParser;
    }

    /** Whether stats has slab_reassign_evictions_nomem, and not the two names that took its place. */
    public boolean countsSlabReassignEvictions() {
        return !newParser;
    }

    /** Whether {@code slabs automove} has {@code freeratio} and {@code window}. */
    public boolean tunesAutomover() {
        return newParser;
    }

    /** Whether {@code stats sizes} can be turned on and off, and counts items by their cas unique (until 1.6.25). */
    public boolean sizesTrackedByUnique() {
        return !newParser;
    }

    /** Whether -X also forbids {@code stats detail} (since 1.6.37). */
    public boolean dumpIncludesDetail() {
        return newParser;
    }

    /** The file descriptor of the first socket that a server with four threads listens on. */
    public int firstDescriptor() {
        return newParser ? 27 : 23;
    }

    /** Whether there is {@code lru_crawler mgdump} (since 1.6.19). */
    public boolean hasMgdump() {
        return newParser;
    }

    /** Whether {@code lru_crawler metadump} answers OK before it begins (since 1.6.43). */
    public boolean metadumpBeginsWithOk() {
        return newParser;
    }

    /** Whether {@code lru_crawler metadump} tells the flags of items (since 1.6.24), and has a blank at the end of its lines. */
    public boolean metadumpTellsFlags() {
        return newParser;
    }

    /** Seconds, the default of an option that the fake has no use for. */
    public int slabAutomoveWindow() {
        return newParser ? 10 : 30;
    }

    /** What stats settings shows for num_napi_ids if there are none. */
    public String defaultNapiIds() {
        return newParser ? "0" : "(null)";
    }

    /** Whether stats settings has client_flags_size. */
    public boolean reportsClientFlagsSize() {
        return newParser;
    }

    /** The letters of flags that meta commands accept, whether they mean anything to a command or not (E and x since 1.6.27). */
    public String metaFlags() {
        return newParser ? "bcfhklqstuvxCDEFIJLMNOPRT" : "bcfhklqstuvCDFIJLMNOPRT";
    }

    /** Whether the M flag must be followed by one letter exactly; else only the first one counts. */
    public boolean metaModeIsOneLetter() {
        return !newParser;
    }

    /** Whether a meta line with too long a key or too many tokens is judged before all else, a data block not being skipped. */
    public boolean metaLineErrorsKeepData() {
        return !newParser;
    }

    /** Whether md, as ma, tells of any bad flag in the same words. */
    public boolean metaDeleteSummarizesErrors() {
        return !newParser;
    }

    /** Whether ms with N creates the item to append or prepend to (since 1.6.20). */
    public boolean metaAppendVivifies() {
        return newParser;
    }

    /** Whether ms returns the size of the item (since 1.6.20). */
    public boolean metaStoreReportsSize() {
        return newParser;
    }

    /** Whether mg leaves the value out if the cas unique is the one given (since 1.6.40). */
    public boolean metaGetComparesCas() {
        return newParser;
    }

    /** Whether q mutes ma where it made the item. */
    public boolean quietMutesVivifiedArithmetic() {
        return newParser;
    }

    /** Whether me prints the time an item has left with the wrong sign. */
    public boolean metaDebugNegatesExpiry() {
        return !newParser;
    }

    /** Whether the replies so far are sent as soon as a get is answered. */
    public boolean sendsAfterRetrieval() {
        return !newParser;
    }

    /** Whether a line before sign-in may be too short or its token too long, and is read by the parser of 1.6.40. */
    public boolean signInByNewParser() {
        return newParser;
    }

    /** Whether user and password are the first two words of what is sent, else what stands before and behind the first space. */
    public boolean signInTokenIsWords() {
        return !newParser;
    }

    /** Whether stats tells of errors of TLS that come after the first bytes of a connection. */
    public boolean countsTlsProtocolErrors() {
        return newParser;
    }

    /** Whether deletions can be watched (since 1.6.20). */
    public boolean logsDeletions() {
        return newParser;
    }
}
