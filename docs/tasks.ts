import { publish } from './page';
import { renderTasks } from './render-tasks';

process.exitCode = publish('tasks.md', renderTasks(), process.argv);
