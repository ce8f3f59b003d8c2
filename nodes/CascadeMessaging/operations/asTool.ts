import type { IExecuteFunctions } from 'n8n-workflow';

/** n8n makes a second node of each that an AI agent may use, and calls it so. */
const TOOL = 'Tool';

/**
 * The context of a run. Where the node is the tool of an AI agent, what fails is told among the items, whatever On Error says: of an error that is
 * thrown n8n tells the agent nothing, and an agent that knows nothing tries again what may have been sent.
 */
export function tellingAgents(context: IExecuteFunctions): IExecuteFunctions {
	if (!context.getNode().type.endsWith(TOOL)) return context;
	return Object.create(context, { continueOnFail: { value: () => true } }) as IExecuteFunctions;
}
