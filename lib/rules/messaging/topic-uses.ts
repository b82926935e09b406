import { View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath } from '../rule';
import { filesOf, Setting, variablesOf } from '../views/container-settings';
import { containers } from '../views/pods';

/** A place where a container is told the name of a topic. */
export interface TopicUse {
  readonly topic: string;

  /** The variable, or the key of a file. */
  readonly by: string;
  readonly subject: RenderedObject;
  readonly at: FieldPath;

  /** What runs the container. */
  readonly owner: RenderedObject;
}

/** Variables that say something else about topics, or of topics of other products. */
const OTHER =
  /REPLICATION|PARTITION|PREFIX|SUFFIX|CREATE|ENABLE|COUNT|PATTERN|REGEX|MATCH|ARN|SNS|MQTT|NSQ|ROCKETMQ|SERVICE_?BUS|EVENTARC|STOMP|WEBSOCKET|PUB_?SUB|FCM|NTFY|PULSAR|STORAGE|RETENTION|FORMAT|STRATEGY|ALLOW|DENY|INCLUDE|EXCLUDE|FILTER|^KAFKA_(?:CFG_)?[A-Z]+_TOPIC_|_MS$|_TYPE$/;

/** Files that programs read settings from. */
const FILES =
  /(?:^|[/.-])(?:application|bootstrap|consumer|producer|kafka|settings|config)[\w.-]*\.(?:properties|ya?ml)$|\.env$/;

/** Every name of a topic in variables and files of settings. */
export const topicUses: View<readonly TopicUse[]> = (index) =>
  index.view(containers).flatMap((placed) => {
    const { owner } = placed.pod;
    const variables = variablesOf(index, placed).filter(
      ({ name }) => /(?:^|_)TOPICS?(?:_|$)/i.test(name) && !OTHER.test(name.toUpperCase()),
    );
    const lines = filesOf(index, placed)
      .filter(({ name }) => FILES.test(name))
      .flatMap(linesOf);
    return [...variables, ...lines].flatMap(({ name, value, subject, at }) =>
      namesIn(value).map((topic) => ({ topic, by: name, subject, at, owner })),
    );
  });

/** Lines like `app.topic.orders=orders.events` and `topic: orders.events`. */
function linesOf(file: Setting): Setting[] {
  if (!/topic/i.test(file.value)) return [];
  return [
    ...file.value.matchAll(/^\s*(?:- )?([\w.-]*topics?(?:[.-](?:name|id))?)\s*[=:]\s*["']?([\w.,-]+)["']?\s*$/gim),
  ]
    .filter(([, name = '']) => !OTHER.test(name.toUpperCase().replace(/[.-]/g, '_')))
    .map(([, name = '', value = '']) => ({ ...file, name, value }));
}

/** A leading `_` marks topics that a product makes for itself. */
function isInternal(name: string): boolean {
  return name.startsWith('_');
}

/** Names, where a value is nothing else: no variables, no addresses, no switches. */
function namesIn(value: string): string[] {
  const names = value.split(/\s*,\s*/).map((name) => name.trim());
  const valid = names.every(
    (name) => /^[a-zA-Z0-9._-]{2,249}$/.test(name) && !/^(?:true|false|\d+|none|null)$/i.test(name),
  );
  return valid ? names.filter((name) => !isInternal(name)) : [];
}
