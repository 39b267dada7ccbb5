package dev.descent.training;

import dev.descent.support.Api;
import dev.descent.support.HttpTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import static dev.descent.support.Api.JOBS;
import static dev.descent.support.Problems.isRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * No update takes more than it may. A network with u hidden units has 4 u + 1 parameters
 * here.
 */
@HttpTest
class WorkLimitsTests {

	@Autowired
	private Api api;

	@ParameterizedTest
	@CsvSource({ "newton, 249, 10", "levenberg_marquardt, 249, 10", "gauss_newton, 249, 10", "bfgs, 249, 10",
			"lbfgs, 512, 1000", "conjugate_gradient, 512, 1000", "scaled_conjugate_gradient, 512, 1000",
			"sgd, 512, 10000" })
	void whatIsWithinTheLimitsIsTaken(String optimizer, int units, int samples) {
		assertThat(submit(optimizer, units, samples).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "newton | 250 | 10 | at most 1,000, but the network has 1,001",
					"levenberg_marquardt | 250 | 10 | at most 1,000, but the network has 1,001",
					"gauss_newton | 250 | 10 | at most 1,000, but the network has 1,001",
					"bfgs | 250 | 10 | at most 1,000, but the network has 1,001",
					"newton | 249 | 100 | units of work in an update of 100 samples and 997 parameters",
					"levenberg_marquardt | 249 | 1000 | units of work in an update of 1,000 samples",
					"gauss_newton | 249 | 1000 | units of work in an update of 1,000 samples",
					"lbfgs | 512 | 2000 | units of work in an update of 2,000 samples and 2,049 parameters",
					"conjugate_gradient | 512 | 4000 | at most 200,000,000 are allowed" })
	void whatIsTooMuchForAMethodIsRefusedAtTheMethod(String optimizer, int units, int samples, String reason) {
		var answer = isRefusedAt(submit(optimizer, units, samples), "/optimizer/type");
		assertThat(answer.detailAt("/optimizer/type")).contains(reason);
	}

	private Api.Answer submit(String optimizer, int units, int samples) {
		return api.postJson(JOBS, """
				{"dataset": {"type": "moons", "samples": %d}, "network": {"hiddenLayers": [{"units": %d}]},
				 "optimizer": {"type": "%s"}, "training": {"epochs": 0}}""".formatted(samples, units, optimizer),
				"Prefer", "wait=30");
	}

}
