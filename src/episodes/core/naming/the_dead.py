"""People of the past of whom episodes are about: nobody talks with them, however a sentence is shaped.

Only those who died before there were podcasts (2004), or could not be on one, and whose name nobody of today who
takes part in shows is likely to bear.
"""

from __future__ import annotations

from episodes.core.naming.folding import fold

_NAMES = """
Simone Weil, Simone de Beauvoir, Hannah Arendt, Rosa Luxemburg, Clara Zetkin, Emma Goldman, Ludwig Wittgenstein,
Friedrich Nietzsche, Immanuel Kant, Karl Marx, Friedrich Engels, Martin Heidegger, Edmund Husserl, Arthur
Schopenhauer, Theodor Adorno, Theodor W. Adorno, Max Horkheimer, Walter Benjamin, Karl Popper, Sigmund Freud, Carl
Jung, Carl Gustav Jung, Viktor Frankl, Jean-Paul Sartre, Albert Camus, Michel Foucault, Jacques Derrida, Gilles
Deleuze, Roland Barthes, Pierre Bourdieu, Jacques Lacan, Claude Lévi-Strauss, Blaise Pascal, René Descartes, Baruch
Spinoza, Gottfried Leibniz, Jean-Jacques Rousseau, Denis Diderot, David Hume, Thomas Hobbes, Jeremy Bentham, John
Stuart Mill, Bertrand Russell, Iris Murdoch, Simone Signoret, Søren Kierkegaard, Thomas Aquinas, Giordano Bruno,
Niccolò Machiavelli, Antonio Gramsci, Benedetto Croce, José Ortega y Gasset, Miguel de Unamuno, Isaac Newton, Albert
Einstein, Marie Curie, Pierre Curie, Charles Darwin, Galileo Galilei, Johannes Kepler, Nikola Tesla, Thomas Edison,
Alan Turing, Ada Lovelace, Charles Babbage, Niels Bohr, Werner Heisenberg, Erwin Schrödinger, Max Planck, Robert
Oppenheimer, J. Robert Oppenheimer, Richard Feynman, Carl Sagan, Rosalind Franklin, Lise Meitner, Emmy Noether, Louis
Pasteur, Gregor Mendel, Alexander von Humboldt, Michael Faraday, James Clerk Maxwell, Enrico Fermi, Ettore Majorana,
Leonardo da Vinci, Vincent van Gogh, Pablo Picasso, Claude Monet, Paul Cézanne, Paul Gauguin, Auguste Rodin, Henri
Matisse, Marcel Duchamp, Salvador Dalí, Joan Miró, Frida Kahlo, Diego Rivera, Andy Warhol, Jackson Pollock, Mark
Rothko, Georgia O'Keeffe, Edvard Munch, Gustav Klimt, Egon Schiele, Käthe Kollwitz, Paul Klee, Wassily Kandinsky,
Francisco Goya, Diego Velázquez, Artemisia Gentileschi, Albrecht Dürer, Johannes Vermeer, Edward Hopper, Wolfgang
Amadeus Mozart, Ludwig van Beethoven, Johann Sebastian Bach, Joseph Haydn, Franz Schubert, Clara Schumann, Johannes
Brahms, Richard Wagner, Gustav Mahler, Frédéric Chopin, Franz Liszt, Giuseppe Verdi, Giacomo Puccini, Antonio Vivaldi,
Claude Debussy, Maurice Ravel, Erik Satie, Igor Stravinsky, Dmitri Shostakovich, Sergei Rachmaninoff, Maria Callas,
Edith Piaf, Édith Piaf, Jacques Brel, Georges Brassens, Serge Gainsbourg, Marlene Dietrich, Billie Holiday, Ella
Fitzgerald, Louis Armstrong, Duke Ellington, John Coltrane, Elvis Presley, John Lennon, Jimi Hendrix, Janis Joplin,
Kurt Cobain, Freddie Mercury, Nina Simone, Bob Marley, Johnny Cash, Frank Zappa, Frank Sinatra, Tupac Shakur, Violeta
Parra, Víctor Jara, Fabrizio De André, William Shakespeare, Jane Austen, Charlotte Brontë, Emily Brontë, Charles
Dickens, George Eliot, Mary Shelley, Percy Shelley, Lord Byron, John Keats, William Wordsworth, William Blake, Oscar
Wilde, Virginia Woolf, James Joyce, Samuel Beckett, George Orwell, Aldous Huxley, Agatha Christie, Arthur Conan Doyle,
Daphne du Maurier, Sylvia Plath, Emily Dickinson, Walt Whitman, Mark Twain, Edgar Allan Poe, Herman Melville,
Nathaniel Hawthorne, Edith Wharton, Ernest Hemingway, F. Scott Fitzgerald, William Faulkner, John Steinbeck, Zora
Neale Hurston, Langston Hughes, Susan Sontag, Audre Lorde, Victor Hugo, Honoré de Balzac, Gustave Flaubert, Émile
Zola, Guy de Maupassant, Marcel Proust, Charles Baudelaire, Arthur Rimbaud, Paul Verlaine, Stéphane Mallarmé,
Guillaume Apollinaire, Jules Verne, George Sand, Alexandre Dumas, Marguerite Duras, Marguerite Yourcenar, Françoise
Sagan, Antoine de Saint-Exupéry, Boris Vian, Johann Wolfgang von Goethe, Friedrich Schiller, Heinrich Heine, Heinrich
von Kleist, Georg Büchner, Theodor Fontane, Franz Kafka, Stefan Zweig, Robert Musil, Bertolt Brecht, Kurt Tucholsky,
Erich Kästner, Rainer Maria Rilke, Hermann Hesse, Ingeborg Bachmann, Paul Celan, Max Frisch, Friedrich Dürrenmatt,
Heinrich Böll, Anna Seghers, Mascha Kaléko, Else Lasker-Schüler, Astrid Lindgren, Selma Lagerlöf, August Strindberg,
Henrik Ibsen, Knut Hamsun, Karen Blixen, Hans Christian Andersen, Tove Jansson, Tove Ditlevsen, Fjodor Dostojewski,
Fyodor Dostoevsky, Leo Tolstoy, Lew Tolstoi, Léon Tolstoï, Anton Chekhov, Anton Tschechow, Nikolai Gogol, Vladimir
Nabokov, Anna Akhmatova, Alexander Pushkin, Miguel de Cervantes, Federico García Lorca, Antonio Machado, Pablo Neruda,
Gabriela Mistral, Jorge Luis Borges, Julio Cortázar, Octavio Paz, Juan Rulfo, Roberto Bolaño, Clarice Lispector,
Machado de Assis, Jorge Amado, Fernando Pessoa, Eça de Queirós, Dante Alighieri, Italo Calvino, Primo Levi, Natalia
Ginzburg, Elsa Morante, Cesare Pavese, Pier Paolo Pasolini, Luigi Pirandello, Alessandro Manzoni, Virginia Apgar, J.
R. R. Tolkien, J.R.R. Tolkien, C. S. Lewis, C.S. Lewis, H. P. Lovecraft, Isaac Asimov, Philip K. Dick, Stanley
Kubrick, Alfred Hitchcock, Orson Welles, Charlie Chaplin, Buster Keaton, Akira Kurosawa, Andrei Tarkovsky, Federico
Fellini, Sergio Leone, François Truffaut, Luis Buñuel, Fritz Lang, Rainer Werner Fassbinder, Walt Disney, Marilyn
Monroe, Audrey Hepburn, Katharine Hepburn, Humphrey Bogart, Marlon Brando, Bruce Lee, Romy Schneider, Julius Caesar,
Alexander the Great, Genghis Khan, Kublai Khan, Napoleon Bonaparte, Napoléon Bonaparte, Marie Antoinette, Maximilien
Robespierre, Joan of Arc, Anne Boleyn, Oliver Cromwell, Walter Raleigh, Christopher Columbus, Marco Polo, Ferdinand
Magellan, Ernest Shackleton, Roald Amundsen, Jeanne Baret, George Washington, Thomas Jefferson, Benjamin Franklin,
Abraham Lincoln, Ulysses S. Grant, Frederick Douglass, Harriet Tubman, Sojourner Truth, Theodore Roosevelt, Franklin
D. Roosevelt, Eleanor Roosevelt, Woodrow Wilson, Harry Truman, Dwight Eisenhower, John F. Kennedy, Richard Nixon,
Ronald Reagan, Martin Luther King, Martin Luther King Jr., Malcolm X, Rosa Parks, Charles Manson, Ted Bundy, Jeffrey
Dahmer, Lee Harvey Oswald, Otto von Bismarck, Adolf Eichmann, Heinrich Himmler, Joseph Goebbels, Hermann Göring,
Albert Speer, Sophie Scholl, Hans Scholl, Anne Frank, Dietrich Bonhoeffer, Konrad Adenauer, Willy Brandt, Rudi
Dutschke, Ulrike Meinhof, Andreas Baader, Karl Liebknecht, Erich Honecker, Charles de Gaulle, Georges Clemenceau, Jean
Jaurès, Philippe Pétain, François Mitterrand, Jean Moulin, Josephine Baker, Joséphine Baker, Francisco Franco, Benito
Mussolini, Aldo Moro, Enrico Berlinguer, Giuseppe Garibaldi, Camillo Benso, Bettino Craxi, Antonio Salazar, Simón
Bolívar, Che Guevara, Ernesto Guevara, Salvador Allende, Augusto Pinochet, Eva Perón, Evita Perón, Emiliano Zapata,
Pancho Villa, Porfirio Díaz, Vladimir Lenin, Leon Trotsky, Nikita Khrushchev, Mahatma Gandhi, Jawaharlal Nehru, Indira
Gandhi, Patrice Lumumba, Kwame Nkrumah, Thomas Sankara, Frantz Fanon, Florence Nightingale, Emmeline Pankhurst,
Neville Chamberlain, Oskar Schindler, Ayrton Senna
"""
_FOLDED = frozenset(fold(" ".join(name.split())) for name in _NAMES.replace("\n", " ").split(","))


def is_of_the_past(name: str) -> bool:
    """Whether somebody of this name is dead and famous.

    >>> is_of_the_past("Simone Weil"), is_of_the_past("Ann Lee")
    (True, False)
    """
    return fold(name) in _FOLDED
