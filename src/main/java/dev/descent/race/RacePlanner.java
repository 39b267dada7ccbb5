package dev.descent.race;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.descent.dataset.specification.Synthetic;
import dev.descent.json.Fingerprints;
import dev.descent.limits.Limits;
import dev.descent.problem.Faults;
import dev.descent.problem.RefusedException;
import dev.descent.race.specification.AxisSpecification;
import dev.descent.race.specification.RaceSpecification;
import dev.descent.race.specification.VariantSpecification;
import dev.descent.training.TrainingEstimates;
import dev.descent.training.Variations;
import dev.descent.training.specification.JobDescription;
import dev.descent.training.specification.SeedRole;
import dev.descent.training.specification.TrainingJobSpecification;
import dev.descent.training.specification.optimizer.OptimizerSpecification;
import dev.descent.training.specification.optimizer.WrapperSpecification;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says what a race is going to run, or refuses it with all the reasons. */
@Component
public class RacePlanner {

	/** Runs differ in what they are called, and are the same for all that. */
	private static final JobDescription NAMELESS = new JobDescription(null, Map.of(), null);

	/** After so many the rest is not looked at. */
	private static final int MOST_FAULTS = 25;

	private static final VariantSpecification BASE = new VariantSpecification(null, Map.of());

	private final Variations variations;

	private final TrainingEstimates estimates;

	private final Fingerprints fingerprints;

	private final Limits limits;

	RacePlanner(Variations variations, TrainingEstimates estimates, JsonMapper mapper, Limits limits) {
		this.variations = variations;
		this.estimates = estimates;
		this.fingerprints = new Fingerprints(mapper);
		this.limits = limits;
	}

	/**
	 * What a race is going to run.
	 * @param specification checked by itself
	 * @throws RefusedException if it cannot be, or is too large
	 */
	public RacePlan plan(RaceSpecification specification) {
		refuseTooMany(specification);
		var faults = new Faults();
		var variants = variants(specification, faults);
		faults.throwIfAny();
		var tuning = variants.stream().map((variant) -> tried(specification, variant, faults)).toList();
		faults.throwIfAny();
		var plan = new RacePlan(specification, variants, tuning);
		if (plan.work() > limits.raceWork()) {
			faults.add("takes about %,.0f samples times parameters in %,d runs; at most %,d are allowed"
				.formatted(plan.work(), plan.raceRuns() + plan.tuningRuns(), limits.raceWork()));
			faults.throwIfAny();
		}
		return plan;
	}

	private void refuseTooMany(RaceSpecification specification) {
		double points = specification.design().size(specification.axes());
		double variants = Math.max(1, specification.variants().size()) * points;
		var tuning = specification.tuning();
		double runsEach = specification.seeds() + ((tuning != null) ? (double) tuning.rates() * tuning.seeds() : 0);
		if (variants * runsEach > limits.raceRuns()) {
			var faults = new Faults();
			faults.add("makes %,.0f runs (%,.0f variants, %,.0f runs each); at most %,d are allowed"
				.formatted(variants * runsEach, variants, runsEach, limits.raceRuns()));
			faults.throwIfAny();
		}
	}

	private List<Variant> variants(RaceSpecification race, Faults faults) {
		var given = race.variants().isEmpty() ? List.of(BASE) : race.variants();
		checkAxes(race, faults.at("axes"));
		var wanted = new ArrayList<TrainingJobSpecification>();
		for (int i = 0; i < given.size(); i++) {
			wanted.add(variations.of(race.base(), given.get(i).patch(), at(race, i, faults)));
		}
		faults.throwIfAny();
		var points = race.design().points(race.axes());
		var names = new VariantNames();
		var variants = new ArrayList<Variant>();
		for (int i = 0; i < given.size(); i++) {
			for (var point : points) {
				var variant = variant(race, given.get(i), wanted.get(i), point, names, at(race, i, faults));
				if (variant != null) {
					variants.add(variant);
				}
				else if (faults.all().size() > MOST_FAULTS) {
					return variants;
				}
			}
		}
		return variants;
	}

	/** Where faults of a variant are told. */
	private static Faults at(RaceSpecification race, int variant, Faults faults) {
		return race.variants().isEmpty() ? faults.at("base") : faults.at("variants").at(variant).at("patch");
	}

	/** Tries each value of each axis by itself, so that a fault is told where it is. */
	private void checkAxes(RaceSpecification race, Faults faults) {
		for (int a = 0; a < race.axes().size(); a++) {
			var axis = race.axes().get(a);
			var values = axis.values();
			var at = faults.at(a);
			if (values == null) {
				variations.of(race.base(), patch(axis, axis.valueAt(0)), at.at("from"));
				variations.of(race.base(), patch(axis, axis.valueAt(1)), at.at("to"));
			}
			else if (race.variants().isEmpty()) {
				for (int i = 0; i < values.size(); i++) {
					variations.of(race.base(), patch(axis, values.get(i)), at.at("values").at(i));
				}
			}
		}
	}

	/** Null if there are faults. */
	private @Nullable Variant variant(RaceSpecification race, VariantSpecification given,
			TrainingJobSpecification wanted, List<@Nullable Object> point, VariantNames names, Faults faults) {
		var varied = wanted;
		var name = new ArrayList<String>();
		if (!race.variants().isEmpty() || point.isEmpty()) {
			name.add((given.name() != null) ? given.name() : VariantNames.of(given.patch()));
		}
		for (int a = 0; a < point.size() && faults.none(); a++) {
			var axis = race.axes().get(a);
			varied = variations.of(varied, patch(axis, point.get(a)), faults);
			name.add(VariantNames.of(axis.field(), point.get(a)));
		}
		if (!faults.none()) {
			return null;
		}
		var entry = entry(race, varied, faults);
		return (entry == null) ? null
				: new Variant(names.unique(String.join(" ", name)), given.patch(), point, varied, entry);
	}

	/** Null if there are faults. */
	private @Nullable Entry entry(RaceSpecification race, TrainingJobSpecification wanted, Faults faults) {
		try {
			var fitted = estimates.fit(wanted);
			var roles = EnumSet.copyOf(race.vary());
			if (!(wanted.dataset() instanceof Synthetic)) {
				roles.remove(SeedRole.DATASET);
			}
			var unseeded = variations.unseeded(fitted.inForce(), roles);
			return new Entry(fitted, unseeded, fingerprints.of(unseeded.described(NAMELESS).seeded(0)));
		}
		catch (RefusedException ex) {
			faults.addAll(ex.faults());
			return null;
		}
	}

	/** The same variant at each of the rates that are tried. */
	private List<RacePlan.Tried> tried(RaceSpecification race, Variant variant, Faults faults) {
		var tuning = race.tuning();
		if (tuning == null || variant.wanted().optimizer().learningRate() == null) {
			return List.of();
		}
		var tried = new ArrayList<RacePlan.Tried>();
		for (double rate : tuning.triedRates()) {
			var wanted = variations.of(variant.wanted(), atRate(variant.wanted().optimizer(), rate),
					faults.at("tuning"));
			var entry = faults.none() ? entry(race, wanted, faults.at("tuning")) : null;
			if (entry != null) {
				tried.add(new RacePlan.Tried(rate,
						new Variant(variant.name(), variant.patch(), variant.point(), wanted, entry)));
			}
		}
		return tried;
	}

	/**
	 * A change of the learning rate, which the method around another one leaves to that.
	 */
	private static Map<String, @Nullable Object> atRate(OptimizerSpecification optimizer, double rate) {
		if (optimizer instanceof WrapperSpecification wrapper) {
			return nested("optimizer", atRate(wrapper.optimizer(), rate));
		}
		return nested("optimizer", nested("learningRate", rate));
	}

	private static Map<String, @Nullable Object> patch(AxisSpecification axis, @Nullable Object value) {
		String[] names = axis.field().split("\\.", -1);
		var patch = nested(names[names.length - 1], value);
		for (int i = names.length - 2; i >= 0; i--) {
			patch = nested(names[i], patch);
		}
		return patch;
	}

	private static Map<String, @Nullable Object> nested(String name, @Nullable Object value) {
		var object = new HashMap<String, @Nullable Object>();
		object.put(name, value);
		return object;
	}

}
