import type { NodeHint } from 'n8n-workflow';

/** What the editor says beside the output of Send, where the run did not wait for the outcome: a tick is not a message that arrived. */
export const acceptedHint: NodeHint = {
	type: 'info',
	location: 'outputPane',
	whenToDisplay: 'afterExecution',
	displayCondition: '={{ $parameter["operation"] === "send" && !$parameter["options"]["waitForFinalStates"] }}',
	message:
		'Accepted is not delivered yet. The outcome is told by Cascade Messaging Trigger in another workflow, by Get Status after a Wait, or here with the option Wait for Final States.',
};
