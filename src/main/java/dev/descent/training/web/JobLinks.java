package dev.descent.training.web;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.descent.training.TrainingJob;
import dev.descent.training.TrainingJobId;
import dev.descent.training.specification.InstrumentLevel;

/** Where a job and its results are. */
public final class JobLinks {

	public static final String JOBS = "/api/v1/training-jobs";

	private JobLinks() {
	}

	public static String self(TrainingJobId id) {
		return JOBS + "/" + id;
	}

	/** What is recorded only if a job asks for it is linked only then. */
	static Map<String, String> of(TrainingJob job) {
		var links = of(job.id());
		if (job.specification().recording().instruments() != InstrumentLevel.NONE || !job.instruments().isEmpty()) {
			links.put("instruments", self(job.id()) + "/instruments");
		}
		return links;
	}

	private static Map<String, String> of(TrainingJobId id) {
		var links = new LinkedHashMap<String, String>();
		links.put("self", self(id));
		links.put("document", self(id) + "/document");
		links.put("events", self(id) + "/events");
		links.put("lossHistory", self(id) + "/loss-history");
		links.put("weights", self(id) + "/weights");
		links.put("checkpoints", self(id) + "/checkpoints");
		links.put("boundary", self(id) + "/boundary");
		links.put("neuronMaps", self(id) + "/neuron-maps");
		links.put("warp", self(id) + "/warp");
		links.put("histograms", self(id) + "/histograms");
		links.put("lossSurface", self(id) + "/loss-surface");
		links.put("lossSlice", self(id) + "/loss-slice");
		links.put("trace", self(id) + "/trace");
		links.put("gradientCheck", self(id) + "/gradient-check");
		links.put("curvature", self(id) + "/curvature");
		links.put("evaluation", self(id) + "/evaluation");
		links.put("diagnosis", self(id) + "/diagnosis");
		links.put("predictions", self(id) + "/predictions");
		links.put("deliveries", self(id) + "/deliveries");
		return links;
	}

}
