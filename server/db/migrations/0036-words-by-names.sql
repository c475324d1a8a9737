-- Requests are found by the name of whom they are on behalf of too, and by what their citizens are called now: all words are kept anew.
update office_words_kept set up_to = 0;
