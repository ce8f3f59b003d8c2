import type { IExecuteFunctions } from 'n8n-workflow';

import { thatEndRun } from '../itemLoop';
import type { Line } from '../lines';
import { AccountRun } from './accountRun';
import type { Wanted } from './changeRequests';
import type { Changing } from './changes';
import { makeChanges } from './changes';
import { eachPhone } from './eachPhone';
import type { AccountFailure } from './failure';
import { notDone } from './telling';

/** What an operation changes for each phone of its items. */
interface Changes<Change> {
	/** Reads of an item what is to be changed, apart from its phones. */
	readonly read: (run: AccountRun, item: number) => (phone: string) => Omit<Wanted<Change>, 'item' | 'phone'>;
	readonly changing: (run: AccountRun) => Changing<Change>;
}

/** Changes something for each phone of all items. With On Error “stop” one item that cannot be read ends the run before anything is changed. */
export async function changeItems<Change>(
	context: IExecuteFunctions,
	{ read, changing }: Changes<Change>,
): Promise<Line<AccountFailure>[]> {
	const run = await AccountRun.begin(context);
	const wanted = await eachPhone<Wanted<Change>>(run, notDone, (item) => {
		const changeOf = read(run, item);
		return (phone) => ({ item, phone, ...changeOf(phone) });
	});
	const ending = thatEndRun(context, wanted);
	if (ending.length > 0) return ending;
	return await makeChanges(run, wanted, changing(run));
}
