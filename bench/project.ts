import { ENVIRONMENTS } from '../lib/model/environment';
import { allBundles, renderEnvironment, synthesize } from '../lib/synth/synthesize';

/** This project, rendered in memory: `judged` or `unjudged`. Prints the seconds of processor time of the whole process. */
if (process.argv[2] === 'judged') {
  synthesize(allBundles());
} else {
  for (const name of ENVIRONMENTS) {
    const { app, objects } = renderEnvironment(name);
    app.renderFiles(objects);
  }
}
const { user, system } = process.cpuUsage();
process.stdout.write(String((user + system) / 1e6));
