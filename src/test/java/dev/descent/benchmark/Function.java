package dev.descent.benchmark;

import java.util.Locale;

import dev.descent.engine.kernel.Kernels;

/** Elementary functions, of the JDK and of the kernels. */
public enum Function {

	EXP {

		@Override
		double value(double x) {
			return Math.exp(x);
		}

		@Override
		void evaluate(Kernels kernels, double[] x, double[] y) {
			kernels.exp(x, y);
		}

	},

	SIGMOID {

		@Override
		double value(double x) {
			return 1 / (1 + Math.exp(-x));
		}

		@Override
		void evaluate(Kernels kernels, double[] x, double[] y) {
			kernels.sigmoid(x, y);
		}

	},

	TANH {

		@Override
		double value(double x) {
			return Math.tanh(x);
		}

		@Override
		void evaluate(Kernels kernels, double[] x, double[] y) {
			kernels.tanh(x, y);
		}

	},

	SOFTPLUS {

		@Override
		double value(double x) {
			return Math.log1p(Math.exp(x));
		}

		@Override
		void evaluate(Kernels kernels, double[] x, double[] y) {
			kernels.softplus(x, y);
		}

	};

	/** How the report names it. */
	String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	abstract double value(double x);

	abstract void evaluate(Kernels kernels, double[] x, double[] y);

}
