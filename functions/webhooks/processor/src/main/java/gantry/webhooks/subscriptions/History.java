package gantry.webhooks.subscriptions;

import java.util.ArrayList;
import java.util.List;

/** All states of one subscription in the provider's order, with what they add up to at each. */
record History(List<Step> steps) {
  /** A state and the sum of it and all before. */
  record Step(StateRow state, SettledTerms terms) {}

  History {
    steps = List.copyOf(steps);
  }

  static History of(List<StateRow> inOrder) {
    var steps = new ArrayList<Step>();
    var terms = SettledTerms.before(inOrder.getFirst());
    var previous = inOrder.getFirst();
    for (var state : inOrder) {
      terms = terms.then(state, state.ahead() > 0 || state.contradicts(previous));
      steps.add(new Step(state, terms));
      previous = state;
    }
    return new History(steps);
  }

  SettledTerms settled() {
    return steps.getLast().terms();
  }
}
