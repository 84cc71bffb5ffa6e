% source: Cook and Reckhow 1979, the pigeonhole principle, two pigeons and two holes
% expected: Uncertain
% size: 1
% szs: Satisfiable
cnf(anna_somewhere, axiom, anna_left | anna_right).
cnf(bert_somewhere, axiom, bert_left | bert_right).
cnf(not_both_left, axiom, ~ anna_left | ~ bert_left).
cnf(not_both_right, axiom, ~ anna_right | ~ bert_right).
