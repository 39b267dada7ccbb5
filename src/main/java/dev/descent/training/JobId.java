package dev.descent.training;

/** Names a job; jobs of different kinds never have the same id. */
public interface JobId {

	String value();

	/** What it names, as a sentence says it. */
	String kind();

	/** The job, as a sentence says it. */
	default String described() {
		return kind() + " " + value();
	}

	/** Whether it names the job that the service runs by itself when it starts. */
	boolean isExample();

}
