package io.github.fakecached.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The report as JUnit's XML, read back by a parser. */
class JunitReportTest {

    private static String find(String path) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JunitReport.file(Reports.hostile()))));
        return XPathFactory.newInstance().newXPath().evaluate(path, document);
    }

    @Test
    void eachTargetIsASuiteWithItsCounts() throws Exception {
        assertThat(find("count(//testsuite)")).isEqualTo("3");
        assertThat(find("concat(//testsuite[1]/@tests, ' ', //testsuite[1]/@failures, ' ', //testsuite[1]/@skipped)"))
                .isEqualTo("4 1 2");
    }

    @Test
    void aBrokenRuleIsAFailureWithWhatTheServerSaid() throws Exception {
        assertThat(find("//testsuite[1]/testcase[starts-with(@name, 'T-STORE-02')]/failure"))
                .contains("<script>document.title='owned'</script>", "]]>", "\uFFFD\uFFFD[31m");
    }

    @Test
    void whatWasNotTriedIsSkipped() throws Exception {
        assertThat(find("//testsuite[1]/testcase[starts-with(@name, 'T-STORE-03')]/skipped/@message"))
                .startsWith("untested");
    }

    @Test
    void anAbsentTargetIsAnError() throws Exception {
        assertThat(find("//testsuite[@name='nobody:1']/testcase/error/@message"))
                .contains("<script>");
    }
}
