export { retryExecution, runNode, startNode } from './run-node';
export type { NodeOnCanvas, NodeResult, NodeRun, SavedCredential } from './types';
