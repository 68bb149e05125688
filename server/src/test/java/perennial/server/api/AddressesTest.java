package perennial.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import perennial.core.catalogue.Catalogue;

class AddressesTest {
    /// Pages are for people, who find them by their links.
    private static final String PAGES = "perennial.server.web.";

    @Test
    void every_address_that_a_program_can_ask_is_described_and_no_other() throws Exception {
        Set<String> described = Addresses.all().stream()
                .map(address -> address.method() + " " + address.path())
                .collect(Collectors.toCollection(TreeSet::new));
        Catalogue.all().forEach(kind -> {
            assertThat(described.remove("get /api/v1/questions/" + kind.name())).isTrue();
            described.add("get /api/v1/questions/{name}");
        });
        assertThat(described).isEqualTo(answered());
    }

    private static Set<String> answered() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        Set<String> answered = new TreeSet<>();
        for (var found : scanner.findCandidateComponents("perennial.server")) {
            Class<?> type = Class.forName(found.getBeanClassName());
            if (type != Errors.class && !type.getName().startsWith(PAGES)) {
                Arrays.stream(type.getDeclaredMethods())
                        .flatMap(AddressesTest::answered)
                        .forEach(answered::add);
            }
        }
        return answered;
    }

    private static Stream<String> answered(Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null
                ? Stream.empty()
                : Arrays.stream(mapping.path())
                        .map(path -> path.replaceAll("\\{(\\w+):[^}]*}", "{$1}").replaceAll("/$", ""))
                        .flatMap(path -> Arrays.stream(mapping.method())
                                .map(each -> each.name().toLowerCase(Locale.ROOT) + " " + path));
    }
}
