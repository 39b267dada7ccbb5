package dev.descent.training.web;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.descent.training.TrainingJobId;

/** Where a job and its results are. */
public final class JobLinks {

	public static final String JOBS = "/api/v1/training-jobs";

	private JobLinks() {
	}

	public static String self(TrainingJobId id) {
		return JOBS + "/" + id;
	}

	static Map<String, String> of(TrainingJobId id) {
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
		links.put("evaluation", self(id) + "/evaluation");
		links.put("diagnosis", self(id) + "/diagnosis");
		links.put("predictions", self(id) + "/predictions");
		links.put("deliveries", self(id) + "/deliveries");
		return links;
	}

}
