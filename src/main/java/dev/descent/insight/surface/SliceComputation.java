package dev.descent.insight.surface;

import java.util.List;
import java.util.Objects;

import dev.descent.engine.analysis.LossProbe;
import dev.descent.engine.kernel.Kernels;
import dev.descent.engine.network.Network;
import dev.descent.training.Checkpoint;
import dev.descent.training.Computation;
import org.jspecify.annotations.Nullable;

/** Works out the losses along a line. */
final class SliceComputation implements Computation<LossSlice> {

	private final SliceRequest request;

	private final Checkpoint moment;

	private final Trail trail;

	private final @Nullable Checkpoint goal;

	private final Kernels kernels;

	private @Nullable Stage stage;

	/** All that is known once the line is. */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	private record Stage(View view, double at, double[] x, LossProbe training, @Nullable LossProbe validation) {
	}

	/**
	 * @param goal where the line leads, if to another job
	 */
	SliceComputation(SliceRequest request, Checkpoint moment, Trail trail, @Nullable Checkpoint goal, Kernels kernels) {
		this.request = request;
		this.moment = moment;
		this.trail = trail;
		this.goal = goal;
		this.kernels = kernels;
	}

	/** The parameters along the path, some vectors beside them, and the samples. */
	@Override
	public long bytes() {
		var experiment = moment.experiment();
		return Double.BYTES * (trail.moments().size() + 8L) * experiment.architecture().parameterCount()
				+ experiment.workingBytes();
	}

	@Override
	public void begin() {
		var experiment = moment.experiment();
		var network = new Network(experiment.architecture(), kernels);
		double[] parameters = moment.parameters().values();
		var points = trail.points();
		var view = View.of(request, experiment.architecture(), parameters, points,
				(goal != null) ? goal.parameters().values() : null);
		double at = view.plane().nearest(parameters)[0];
		double[] shown = (goal != null) ? new double[] { 0, 1 }
				: points.stream().mapToDouble((point) -> view.plane().nearest(point)[0]).toArray();
		double[] x = view.axis(shown, at, request.span(), request.resolution());
		var split = experiment.split();
		stage = new Stage(view, at, x, probe(network, split.training(), view, x),
				(split.validation().length > 0) ? probe(network, split.validation(), view, x) : null);
	}

	private LossProbe probe(Network network, int[] rows, View view, double[] x) {
		var experiment = moment.experiment();
		return LossProbe.grid(network, experiment.plan().loss(), experiment.samples(rows), view.plane(), x,
				new double[] { 0 });
	}

	@Override
	public void advance(int units) {
		var on = stage();
		for (int i = 0; i < units; i++) {
			if (!on.training().finished()) {
				on.training().advance();
			}
			else if (on.validation() != null && !on.validation().finished()) {
				on.validation().advance();
			}
		}
	}

	@Override
	public boolean finished() {
		var validation = stage().validation();
		return stage().training().finished() && (validation == null || validation.finished());
	}

	@Override
	public LossSlice result() {
		var done = stage();
		var validation = done.validation();
		return new LossSlice(moment, request, done.view().xName(), done.at(), done.x(), done.training().losses(),
				(validation != null) ? validation.losses() : null);
	}

	private Stage stage() {
		return Objects.requireNonNull(stage);
	}

}
