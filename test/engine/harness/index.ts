export { retryExecution, runNode, startNode } from './runNode';
export type { NodeOnCanvas, NodeResult, NodeRun, SavedCredential } from './types';
