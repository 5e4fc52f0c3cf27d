"""The tagger: a small network that marks hosts and guests in what a source says of an episode.

It reads whole sentences, so it knows people whom no list and no rule knows; `core/naming/mentioned.py` weighs what it
marks with what the rules find. The network is multilingual-e5-small (Wang et al., arXiv 2402.05672; MIT licence) with
the pieces of words that European languages use, trained further on judged descriptions by `training/train_tagger.py`.
"""
