# docker build -t descent . && docker run --rm -p 127.0.0.1:8080:8080 descent
#
# It has no API keys unless they are set (docs/security.md): whoever reaches the published port may do everything. Keep it on
# a loopback address, as above, or add  -e DESCENT_SECURITY_KEYS_ANNA_SHA256=...

FROM eclipse-temurin:25-jdk AS build
# The image brings no Maven, and nothing that mvnw could fetch one with.
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /build
# Dependencies change less often than the code, so they get a layer of their own.
COPY pom.xml mvnw ./
COPY .mvn .mvn
RUN ./mvnw -B -ntp dependency:go-offline
COPY src src
# Of the tests, only those whose outcome the service tells (GET /api/v1/verification); they take seconds.
RUN ./mvnw -B -ntp package -Dgroups=verification
RUN java -Djarmode=tools -jar target/descent-*.jar extract --layers --application-filename descent.jar --destination layers

FROM eclipse-temurin:25-jre
# Pictures need a font.
RUN apt-get update && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin descent
WORKDIR /descent
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# A start that ends when all is wired leaves what the JVM has read and linked for the starts to come. It holds for the same
# modules only; where it does not fit, such as beside a heap of 32 GB, the JVM goes on without. That the archived boot layer
# is not available is no fault: there is none with an incubator module.
RUN java --add-modules jdk.incubator.vector -XX:AOTCacheOutput=descent.aot -Dspring.context.exit=onRefresh -jar descent.jar
USER 10001:10001
# Outside a container the service listens on loopback only, which nothing could reach from outside of this one.
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080
EXPOSE 8080
# bash opens the connection itself, for the image has no curl; the health is the status of the answer: 200 or 503.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD bash -c ' \
  exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && \
  printf "GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" >&3 && \
  read -r _ status _ <&3 && [ "$status" = 200 ]'
# More JVM options, where they are needed, go into the environment variable JAVA_TOOL_OPTIONS.
ENTRYPOINT ["java", "--add-modules", "jdk.incubator.vector", "-XX:AOTCache=descent.aot", \
  "-XX:InitialRAMPercentage=25", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", \
  "-jar", "descent.jar"]
