package dev.descent.benchmark;

import dev.descent.engine.activation.Activation;
import dev.descent.engine.activation.Relu;
import dev.descent.engine.activation.Sigmoid;
import dev.descent.engine.activation.Tanh;

/** An activation, one number at a time. */
enum NaiveActivation {

	SIGMOID {

		@Override
		double value(double z) {
			return 1 / (1 + Math.exp(-z));
		}

		@Override
		double derivative(double a) {
			return a * (1 - a);
		}

	},

	TANH {

		@Override
		double value(double z) {
			return Math.tanh(z);
		}

		@Override
		double derivative(double a) {
			return 1 - a * a;
		}

	},

	RELU {

		@Override
		double value(double z) {
			return Math.max(z, 0);
		}

		@Override
		double derivative(double a) {
			return (a > 0) ? 1 : 0;
		}

	};

	abstract double value(double z);

	/** By the value. */
	abstract double derivative(double a);

	static NaiveActivation of(Activation activation) {
		return switch (activation) {
			case Sigmoid _ -> SIGMOID;
			case Tanh _ -> TANH;
			case Relu _ -> RELU;
			default -> throw new IllegalArgumentException(activation + " is in no workload");
		};
	}

}
