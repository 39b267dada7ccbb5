package dev.descent.engine.kernel;

/**
 * Begins on kernels that are fast at once and goes over to others that are faster when
 * warm. As both give the same bits, that may happen in the middle of a run.
 */
public final class WarmingKernels implements Kernels {

	private final Kernels first;

	private final Kernels faster;

	private volatile Kernels present;

	public WarmingKernels(Kernels first, Kernels faster) {
		this.first = first;
		this.faster = faster;
		this.present = first;
	}

	/** Makes the faster ones warm, and goes over to them in the end. */
	public WarmUp warmUp() {
		return new WarmUp(this);
	}

	Kernels first() {
		return first;
	}

	Kernels faster() {
		return faster;
	}

	void use(Kernels kernels) {
		present = kernels;
	}

	/** Of those that run now. */
	@Override
	public String name() {
		return present.name();
	}

	@Override
	public void affine(Matrix a, Matrix b, Matrix offsets, Matrix c) {
		present.affine(a, b, offsets, c);
	}

	@Override
	public void multiply(Matrix a, Matrix b, Matrix c) {
		present.multiply(a, b, c);
	}

	@Override
	public void multiplyAdd(Matrix a, Matrix b, Matrix c) {
		present.multiplyAdd(a, b, c);
	}

	@Override
	public void sumRows(Matrix matrix, Matrix sums) {
		present.sumRows(matrix, sums);
	}

	@Override
	public void exp(double[] x, double[] y) {
		present.exp(x, y);
	}

	@Override
	public void softmax(Matrix z, Matrix a) {
		present.softmax(z, a);
	}

	@Override
	public void sigmoid(double[] x, double[] y) {
		present.sigmoid(x, y);
	}

	@Override
	public void tanh(double[] x, double[] y) {
		present.tanh(x, y);
	}

	@Override
	public void softplus(double[] x, double[] y) {
		present.softplus(x, y);
	}

}
