import { Column } from '../../model/environment';
import { Problem } from '../../model/problem';
import { findConnectionProblems } from '../../model/service-connections';
import { findServiceProblems } from '../../model/service-problems';
import { findTopicProblems } from '../../model/topic-problems';
import { WmsRows } from './rows';

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Column<WmsRows>): readonly Problem[] {
  const { services, topics, kafka } = rows;
  return [
    ...findServiceProblems(services),
    ...findConnectionProblems(services, topics),
    ...findTopicProblems(topics, kafka),
  ];
}
