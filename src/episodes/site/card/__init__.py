"""Cards: the pictures that shared links are shown with, made for each episode and show."""

from episodes.site.card.cards import Card, card_of_episode, card_of_show
from episodes.site.card.drawing import HEIGHT, WIDTH, draw

__all__ = ["HEIGHT", "WIDTH", "Card", "card_of_episode", "card_of_show", "draw"]
