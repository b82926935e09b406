import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { ImageName, imageOf } from '../views/image';
import { containers } from '../views/pods';

/** An image is the same one tomorrow. */
export const imageTags: Rule = {
  id: 'pod-security/image-tags',
  title: 'An image has a tag, and one that says which version it is',
  severity: 'warning',
  why: 'Which program runs depends on the day on which a node pulled it, and there is nothing to go back to.',
  cure: 'name a version, or a digest',
  sources: ['L31', 'L32'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { pod, at, container } of index.view(containers)) {
      if (container.image === undefined || container.image === '') continue;
      const { tag, digest } = imageOf(container.image);
      if (digest !== undefined || (tag !== undefined && tag !== 'latest')) continue;
      const message = `image of container '${container.name}' must have a version, got '${container.image}'`;
      yield { subject: pod.owner, at: [...at, 'image'], message };
    }
  },
};

/** Every node runs the image that its tag stands for. */
export const pullPolicy: Rule = {
  id: 'pod-security/pull-policy',
  title: 'A tag that moves is pulled again, and what is never pulled is there',
  severity: 'warning',
  why: 'With IfNotPresent, nodes keep whatever latest was when they pulled it; with Never, pods start on no other node.',
  cure: 'name a version, and leave imagePullPolicy out or at IfNotPresent',
  sources: ['L33'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { pod, at, container } of index.view(containers)) {
      const policy = container.imagePullPolicy as string | undefined;
      const { tag = 'latest', digest } = imageOf(container.image ?? '');
      const stale = policy === 'IfNotPresent' && tag === 'latest' && digest === undefined;
      if (policy !== 'Never' && !stale) continue;
      const message = `imagePullPolicy of container '${container.name}' must fit its image, got ${policy} for '${container.image ?? ''}'`;
      yield { subject: pod.owner, at: [...at, 'imagePullPolicy'], message };
    }
  },
};

/** Bitnami moved every version of its images away in August 2025 and left `latest` of a few. */
function isGone({ registry, path, digest, tag = 'latest' }: ImageName): boolean {
  return registry === 'docker.io' && path.startsWith('bitnami/') && digest === undefined && tag !== 'latest';
}

/** Every image is still where it is pulled from. */
export const imageGone: Rule = {
  id: 'pod-security/image-gone',
  title: 'Images are pulled from where they still are',
  severity: 'error',
  why: 'Nodes that have not got it cannot pull it: ErrImagePull, at the latest when the pod moves.',
  cure: "use the image of the program's own makers",
  sources: ['L34', 'S05', 'bitnami/charts#35164'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { pod, at, container } of index.view(containers)) {
      const image = imageOf(container.image ?? '');
      if (!isGone(image)) continue;
      const message = `image of container '${container.name}' must be one that is still there, got '${container.image ?? ''}'`;
      yield { subject: pod.owner, at: [...at, 'image'], message };
    }
  },
};

/** Registries and repositories that get no more versions. */
const FROZEN: readonly (readonly [(image: ImageName) => boolean, string])[] = [
  [({ path }) => path.startsWith('bitnamilegacy/'), "use the image of the program's own makers"],
  [({ registry }) => registry === 'k8s.gcr.io', 'use registry.k8s.io'],
  [({ registry, path }) => registry === 'gcr.io' && path.startsWith('google_containers/'), 'use registry.k8s.io'],
  [({ registry, path }) => registry === 'docker.io' && path === 'openjdk', 'use eclipse-temurin'],
  [({ registry, path }) => registry === 'docker.io' && path === 'jboss/keycloak', 'use quay.io/keycloak/keycloak'],
  [({ registry, path }) => registry === 'docker.io' && path.startsWith('wurstmeister/'), 'use apache/kafka'],
];

/** Every image still gets corrections. */
export const imageFrozen: Rule = {
  id: 'pod-security/image-frozen',
  title: 'Images come from where corrections still appear',
  severity: 'warning',
  why: 'Holes that are found from now on stay open.',
  cure: 'use what has taken its place',
  sources: ['L34', 'S05'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { pod, at, container } of index.view(containers)) {
      const image = imageOf(container.image ?? '');
      const cure = FROZEN.find(([is]) => is(image))?.[1];
      if (cure === undefined) continue;
      const message = `image of container '${container.name}' must be one that is kept up, got '${container.image ?? ''}'`;
      yield { subject: pod.owner, at: [...at, 'image'], message, cure };
    }
  },
};
