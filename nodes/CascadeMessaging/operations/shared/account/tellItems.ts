import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { AnswerOf, InputOf, NoInput, QuestionName } from '../../../protocol';
import { readItems, thatEndRun } from '../itemLoop';
import type { Line } from '../lines';
import type { ParameterReader } from '../parameterReader';
import { AccountRun } from './accountRun';
import type { AccountFailure } from './failure';
import { notLearnt } from './failure';

/** The questions that need nothing of an item. */
type PlainQuestionName = { [Name in QuestionName]: NoInput extends InputOf<Name> ? Name : never }[QuestionName];

/** What is asked, and what each item is told of the answer. */
interface Asking<Name extends PlainQuestionName, Wish> {
	readonly name: Name;
	/** A sentence for when there is no answer, such as "The balance is not known." */
	readonly inVain: string;
	/** Reads what an item wants of the answer. */
	readonly read: (reader: ParameterReader, item: number) => Wish;
	readonly tell: (answer: AnswerOf<Name>, wish: Wish) => readonly IDataObject[];
}

/** Asks the gateway once in a run, and tells the answer to each item. */
export async function tellItems<Name extends PlainQuestionName, Wish>(
	context: IExecuteFunctions,
	{ name, inVain, read, tell }: Asking<Name, Wish>,
): Promise<Line<AccountFailure>[]> {
	const run = await AccountRun.begin(context);
	const items = await readItems<Wish, AccountFailure>(
		context,
		(failure) => failure,
		(item) => read(run.parameters, item),
	);
	const ending = thatEndRun(context, items);
	if (ending.length > 0) return ending;
	if (items.every((one) => 'failure' in one)) return items;
	const reply = await run.ask(name, {} as InputOf<Name>);
	return items.flatMap((one): Line<AccountFailure>[] => {
		if ('failure' in one) return [one];
		if ('trouble' in reply) return [{ item: one.item, failure: notLearnt(inVain, reply.trouble) }];
		return tell(reply.answer, one.value).map((json) => ({ item: one.item, json }));
	});
}
