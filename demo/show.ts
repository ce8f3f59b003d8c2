import { demoOwner } from './n8n/session';
import { publish, replyUrlOf } from './n8n/workflows';
import { openForUser } from './openForUser';
import type { Stage, StageWish } from './stage';
import { contactsFile, putUp } from './stage';

/** The gateway's clock runs faster, so that a message's journey of minutes can be watched. */
const speed = 20;

/**
 * The demo with a browser: puts everything up, says what to open, and keeps it up.
 *
 * @returns never: it ends by throwing, usually because `wish.signal` stopped it
 * @throws Error when something could not be started, or n8n ended by itself; the signal's reason when it was stopped
 */
export async function show(wish: Omit<StageWish, 'speed' | 'onPage'>, tell: (line: string) => void): Promise<never> {
	const stage = await putUp({ ...wish, speed, onPage: openForUser });
	await publish(stage.session, stage.workflows['campaign-from-csv']);
	await publish(stage.session, stage.workflows['form-to-cascade']);
	await publish(stage.session, stage.workflows['outcome-to-crm']);
	await publish(stage.session, stage.workflows['reply-to-a-human']);
	stage.simulator.replyUrl = await replyUrlOf(stage.session, stage.workflows['reply-to-a-human']);
	tell(guideTo(stage));
	const stopped = new Promise<never>((_, reject) => {
		const stop = (): void => {
			reject(wish.signal.reason as Error);
		};
		wish.signal.addEventListener('abort', stop, { once: true });
		if (wish.signal.aborted) stop();
	});
	return Promise.race([stage.n8n.unasked, stopped]);
}

function guideTo({ n8n, simulator, workflows }: Stage): string {
	return `
n8n        ${n8n.url}
           E-mail    ${demoOwner.email}
           Password  ${demoOwner.password}
Simulator  ${simulator.url}   the virtual phones, live (${speed} times as fast as life)

What to try
  1. Look at the simulator in one window, open n8n in another, and log in.
  2. The campaign: ${n8n.url}/form/campaign-from-csv
     Upload ${contactsFile} and watch 1,000 contacts go out. Who was not sent to, and why:
     ${n8n.url}/workflow/${workflows['campaign-from-csv']}/executions
  3. The form: ${n8n.url}/form/cascade-message
     Leave a name and a number. +7 999 006 00 01 has neither Viber nor VK and gets an SMS; +7 999 009 00 01 gets nothing at all;
     +7 999 017 00 01 is on the stop list.
  4. The outcome: ${n8n.url}/workflow/${workflows['outcome-to-crm']}/executions
     Within two or three minutes of the form, "Outcome to CRM" runs: delivered goes to "Mark as Reached", the rest to "Ask to Call".
  5. The reply: ${n8n.url}/workflow/${workflows['reply-to-a-human']}/executions
     On the simulator's page, write back beneath a Viber message of the form: "Note for the Sales Person" says who it was. +7 999 040 00 01
     writes back by itself. The same buttons read the message, open its link and block the sender.
  6. Double-click the Cascade Messaging node, drag the channels into another order, and send again.

Ctrl-C ends everything. What you changed in this n8n goes with it.`;
}
