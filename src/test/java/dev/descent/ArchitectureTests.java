package dev.descent;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The house rules of docs/architecture.md; each was tried against a violation. */
@AnalyzeClasses(packages = "dev.descent", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule the_engine_imports_nothing_but_the_jdk = classes().that()
		.resideInAPackage("..engine..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("dev.descent.engine..", "java.lang..", "java.util..", "jdk.incubator.vector..",
				"org.jspecify.annotations..");

	@ArchTest
	static final ArchRule the_engine_has_no_thread_and_no_clock = noClasses().that()
		.resideInAPackage("..engine..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("java.util.concurrent..")
		.orShould()
		.dependOnClassesThat()
		.areAssignableTo(Thread.class)
		.orShould()
		.callMethod(System.class, "nanoTime")
		.orShould()
		.callMethod(System.class, "currentTimeMillis");

	@ArchTest
	static final ArchRule only_the_vector_kernels_name_the_incubator = noClasses().that()
		.haveNameNotMatching("dev\\.descent\\.engine\\.kernel\\.Vector.*")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("jdk.incubator.vector..");

	@ArchTest
	static final ArchRule only_breakpoints_know_the_expression_language = noClasses().that()
		.resideOutsideOfPackage("dev.descent.training.breakpoint..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("dev.cel..", "com.google.common..", "com.google.protobuf..");

	@ArchTest
	static final ArchRule only_the_statistics_of_races_know_the_library_of_statistics = noClasses().that()
		.resideOutsideOfPackage("dev.descent.race.statistics..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.apache.commons.statistics..");

	@ArchTest
	static final ArchRule the_statistics_of_races_know_nothing_of_races = noClasses().that()
		.resideInAPackage("dev.descent.race.statistics..")
		.should()
		.dependOnClassesThat(
				resideInAPackage("dev.descent..").and(resideOutsideOfPackage("dev.descent.race.statistics..")));

	@ArchTest
	static final ArchRule only_webhooks_call_others = noClasses().that()
		.resideOutsideOfPackage("dev.descent.webhook..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.apache.hc..", "java.net.http..");

	@ArchTest
	static final ArchRule inside_the_engine_arrows_point_one_way = layeredArchitecture()
		.consideringOnlyDependenciesInAnyPackage("dev.descent.engine..")
		.layer("kernel")
		.definedBy("..engine.kernel..", "..engine.random..")
		.layer("functions")
		.definedBy("..engine.activation..", "..engine.loss..", "..engine.initializer..", "..engine.regularization..",
				"..engine.surface..", "..engine.formula..")
		.layer("network")
		.definedBy("..engine.network..")
		.layer("optimizer")
		.definedBy("..engine.optimizer..", "..engine.schedule..")
		.layer("training")
		.definedBy("..engine.training..")
		.layer("analysis")
		.definedBy("..engine.analysis..")
		.whereLayer("analysis")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("training")
		.mayOnlyBeAccessedByLayers("analysis")
		.whereLayer("optimizer")
		.mayOnlyBeAccessedByLayers("training", "analysis")
		.whereLayer("network")
		.mayOnlyBeAccessedByLayers("optimizer", "training", "analysis")
		.whereLayer("functions")
		.mayOnlyBeAccessedByLayers("network", "optimizer", "training", "analysis");

	@ArchTest
	static final ArchRule features_build_on_each_other_in_one_direction = layeredArchitecture()
		.consideringOnlyDependenciesInAnyPackage("dev.descent..")
		.layer("dataset")
		.definedBy("dev.descent.dataset..")
		.layer("training")
		.definedBy("dev.descent.training..")
		.layer("insight")
		.definedBy("dev.descent.insight..")
		.layer("race")
		.definedBy("dev.descent.race..")
		.layer("path")
		.definedBy("dev.descent.path..")
		.layer("catalog")
		.definedBy("dev.descent.catalog..")
		.layer("webhook")
		.definedBy("dev.descent.webhook..")
		.whereLayer("race")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("insight")
		.mayOnlyBeAccessedByLayers("race")
		.whereLayer("path")
		.mayOnlyBeAccessedByLayers("catalog")
		.whereLayer("catalog")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("webhook")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("training")
		.mayOnlyBeAccessedByLayers("insight", "race", "path", "catalog", "webhook")
		.whereLayer("dataset")
		.mayOnlyBeAccessedByLayers("training", "insight", "race", "catalog");

	@ArchTest
	static final ArchRule what_draws_knows_nothing_of_what_is_drawn = noClasses().that()
		.resideInAPackage("dev.descent.figure..")
		.should()
		.dependOnClassesThat(resideInAPackage("dev.descent..").and(resideOutsideOfPackages("dev.descent.figure..",
				"dev.descent.web..", "dev.descent.problem..", "dev.descent.limits..")));

	@ArchTest
	static final ArchRule only_figures_know_how_to_draw = noClasses().that()
		.resideOutsideOfPackage("dev.descent.figure..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.jfree..", "java.awt..", "javax.imageio..");

	@ArchTest
	static final ArchRule what_the_catalog_reads_knows_nothing_of_what_it_describes = noClasses().that()
		.resideInAPackage("dev.descent.reference..")
		.should()
		.dependOnClassesThat(resideInAPackage("dev.descent..").and(resideOutsideOfPackage("dev.descent.reference..")));

	@ArchTest
	static final ArchRule what_tells_of_the_tests_knows_nothing_of_what_was_tested = noClasses().that()
		.resideInAPackage("dev.descent.verification..")
		.should()
		.dependOnClassesThat(resideInAPackage("dev.descent..")
			.and(resideOutsideOfPackages("dev.descent.verification..", "dev.descent.figure..", "dev.descent.web..")));

	@ArchTest
	static final ArchRule nobody_depends_on_the_web_but_the_web = noClasses().that()
		.resideOutsideOfPackage("..web..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.descent..web..");

	@ArchTest
	static final ArchRule packages_form_no_cycles = slices().matching("dev.descent.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule no_package_is_a_drawer = noClasses().should()
		.resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..impl..", "..dto..", "..manager..");

	@ArchTest
	static final ArchRule json_is_jackson_3 = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");

	@ArchTest
	static final ArchRule collaborators_come_through_the_constructor = noFields().should()
		.beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

	@ArchTest
	static final ArchRule randomness_is_passed_in = noClasses().should()
		.callMethod(Math.class, "random")
		.orShould()
		.dependOnClassesThat()
		.belongToAnyOf(java.util.Random.class, java.util.concurrent.ThreadLocalRandom.class);

	@ArchTest
	static final ArchRule time_is_passed_in = noClasses().that()
		.haveSimpleNameNotEndingWith("Configuration")
		.should()
		.callMethod(java.time.Instant.class, "now")
		.orShould()
		.callMethod(System.class, "nanoTime")
		.orShould()
		.callMethod(System.class, "currentTimeMillis");

	@ArchTest
	static final ArchRule nothing_is_printed = noClasses().should()
		.accessField(System.class, "out")
		.orShould()
		.accessField(System.class, "err");

	@ArchTest
	static final ArchRule every_package_is_null_marked = classes()
		.should(new ArchCondition<>("be in a @NullMarked package") {

			@Override
			public void check(JavaClass item, ConditionEvents events) {
				JavaPackage own = item.getPackage();
				boolean marked = own.tryGetPackageInfo()
					.map((info) -> info.isAnnotatedWith(NullMarked.class))
					.orElse(false);
				events.add(new SimpleConditionEvent(item, marked, own.getName() + " is not @NullMarked"));
			}

		});

}
