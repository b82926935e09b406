import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The command line of Flyway as far as a Job of ours calls it: its makers publish the engine as a jar, and not this. */
class FlywayCli {
  public static void main(String[] words) {
    Map<String, String> options = new HashMap<>();
    for (String word : words) {
      if (word.startsWith("-")) options.put("flyway." + word.substring(1).split("=")[0], word.split("=", 2)[1]);
    }
    Flyway flyway =
        Flyway.configure().envVars().configuration(options).load();
    try {
      switch (words[0]) {
        case "info" -> System.out.println(flyway.info().all().length + " migrations are known");
        case "validate" -> flyway.validate();
        case "migrate" -> System.out.println(flyway.migrate().migrationsExecuted + " migrations were applied");
        default -> throw new IllegalArgumentException(words[0]);
      }
    } catch (FlywayException error) {
      System.out.println("ERROR: " + error.getMessage());
      System.exit(1);
    }
  }
}
