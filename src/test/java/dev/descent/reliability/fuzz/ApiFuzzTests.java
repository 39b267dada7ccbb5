package dev.descent.reliability.fuzz;

import dev.descent.reliability.Scale;
import dev.descent.support.Api;
import org.springframework.beans.factory.annotation.Autowired;

/** Where no keys are needed. */
class ApiFuzzTests extends ApiFuzz {

	ApiFuzzTests(@Autowired Api api) {
		super(api, Scale.of(6_000, 200_000));
	}

}
