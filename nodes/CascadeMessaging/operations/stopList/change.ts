import type { StopListChange } from '../../protocol';
import { changeItems } from '../shared/account/changeItems';
import { changingOptions } from '../shared/account/options';
import { changingTelling } from '../shared/account/telling';
import type { Operation } from '../shared/operation';
import { operation } from '../shared/operation';
import { phoneFields } from '../shared/phone';

/** An operation that changes the stop list, as the interface shows it, and what it does. */
interface Shown {
	readonly option: Operation['option'];
	readonly action: StopListChange['action'];
	/** What was done when it went well. */
	readonly done: string;
}

/** An operation that puts phones on the stop list, or takes them off it. */
export function changeOfStopList({ option, action, done }: Shown): Operation {
	return operation({
		option,
		fields: [...phoneFields, changingOptions],
		telling: changingTelling,
		execute: async (context) =>
			await changeItems<StopListChange>(context, {
				read: () => (phone) => ({ change: { phone, action } }),
				changing: (run) => ({ make: async (changes) => await run.ask('changeStopList', { changes }), done: () => done }),
			}),
	});
}
