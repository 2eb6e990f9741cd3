export { renderExplanation } from './render/case.ts';
export { renderChanges } from './render/changes.ts';
export { renderEventExplanation } from './render/event.ts';
