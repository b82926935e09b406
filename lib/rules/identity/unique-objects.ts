import { ObjectIndex } from '../object-index';
import { identify, RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';

/** No object is defined twice. */
export const uniqueObjects: Rule = {
  id: 'identity/unique-objects',
  title: 'No object is defined twice',
  severity: 'error',
  why: 'The server keeps one of the two, and nobody knows which; Argo CD applies them in turn for ever.',
  cure: 'remove one of the two, or give it a name of its own',
  sources: ['Y10', 'G28'],
  judge: findTwins,
};

function* findTwins({ objects }: ObjectIndex): Iterable<Finding> {
  const first = new Map<string, RenderedObject>();
  for (const object of objects) {
    const id = identify(object.manifest);
    const twin = first.get(id);
    if (twin) yield { subject: object, message: `${id} must be defined once, got it also from ${twin.path}` };
    else first.set(id, object);
  }
}
