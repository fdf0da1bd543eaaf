#!/bin/sh
# Compiles and runs the recorder of one back end: sh java/run.sh gson
set -eu
cd "$(dirname "$0")/.."
debian=/usr/share/java
spring="$debian/spring3-web.jar:$debian/spring3-core.jar:$debian/commons-logging.jar"

run() { # recorder, class path, JVM options and arguments
    recorder=$1 classes=.classes/$1:$2
    [ -d ".classes/$1" ] || javac -proc:none -d ".classes/$1" -sourcepath java -cp "$2" "java/$1.java"
    shift 2
    java -cp "$classes" "$@"
}

rm -rf .classes
case $1 in
    jackson) run JacksonRecorder "$debian/jackson-annotations.jar:$debian/jackson-core.jar:$debian/jackson-databind.jar:$spring" JacksonRecorder ;;
    # Debian has no jackson-datatype-jsr310; this program from PyPI contains it.
    jackson-java-time) run JacksonJavaTimeRecorder "$(echo .venv/lib/python3*/site-packages/openapi_generator_cli/openapi-generator.jar)" JacksonJavaTimeRecorder ;;
    gson)
        # Lets Gson read the private fields of java.time, as it can by default up to Java 15.
        run GsonRecorder "$debian/gson.jar" --add-opens java.base/java.time=ALL-UNNAMED GsonRecorder
        run GsonRecorder "$debian/gson.jar" -Djava.locale.providers=COMPAT GsonRecorder java-8
        ;;
    json-lib)
        run JsonLibRecorder "$debian/json-lib.jar:$debian/ezmorph.jar:$debian/commons-lang.jar:$debian/commons-beanutils.jar:$debian/commons-collections3.jar:$debian/commons-logging.jar" JsonLibRecorder
        ;;
esac
