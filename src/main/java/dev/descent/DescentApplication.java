package dev.descent;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service: training jobs over HTTP on an engine written from scratch. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DescentApplication {

	public static void main(String[] args) {
		SpringApplication.run(DescentApplication.class, args);
	}

}
